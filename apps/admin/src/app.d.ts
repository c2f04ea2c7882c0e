declare global {
  namespace App {
    interface Locals {
      /** Token of the session; undefined for who has not signed in. */
      token: string | undefined
    }
  }
}
export {}
