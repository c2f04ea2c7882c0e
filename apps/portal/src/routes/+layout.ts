// Pages are documents: no script is sent, so they work on any phone and without JavaScript.
export const csr = false
