/** What whoever runs the installation must mend; its message says how, and is all that need be shown. */
export class SetupError extends Error {}

/** Runs a program to its end. Of an error that is for whoever runs it only the message is shown. */
export async function runProgram(program: () => Promise<void>, isForUser = (_error: unknown) => false): Promise<void> {
  try {
    await program()
  } catch (error) {
    if (!(error instanceof SetupError) && !isForUser(error)) throw error
    console.error((error as Error).message)
    process.exit(1)
  }
}
