/** Where the simulated Siagh is, and who asks. */
export interface SiaghAccess {
  readonly baseUrl: string
  readonly username: string
  readonly password: string
}
