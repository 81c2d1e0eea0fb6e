declare global {
  // The name under which get-nonce, inside Mantine's dialogs, looks for the nonce of the style tags it writes.
  var __webpack_nonce__: string | undefined
}

/** The nonce the door wrote into the page: style tags without it are refused by the Content-Security-Policy. */
export function styleNonce(): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''
  globalThis.__webpack_nonce__ = nonce
  return nonce
}
