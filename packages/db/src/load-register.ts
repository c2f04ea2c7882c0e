import { registerRows } from './register/rows.ts'
import { applyRows, type Loaded } from './rows.ts'
import { inTransaction } from './transaction.ts'

/** Loads the register of municipalities: reference data every installation has, demonstration or not. */
export async function loadRegister(url: string): Promise<Loaded> {
  return inTransaction(url, (client) => applyRows(client, 'register', registerRows()))
}
