/** Why the store cannot be used, in words that tell whoever runs Selaras what to do. */
export class StoreError extends Error {
  override readonly name: string = "StoreError";
}
