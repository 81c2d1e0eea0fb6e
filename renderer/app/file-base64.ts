/** So many bytes fit into the arguments of one call. */
const bytesAtOnce = 0x8000

/** Bytes of a file as a call carries them. */
export function base64Of(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += bytesAtOnce) {
    binary += String.fromCharCode(...bytes.subarray(at, at + bytesAtOnce))
  }
  return btoa(binary)
}
