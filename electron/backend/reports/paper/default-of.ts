/** A CommonJS module's default export, however the loader wrapped it: Node, the bundler and vitest each do it their way. */
export function defaultOf<T>(module: T): T {
  return (module as { default?: T }).default ?? module
}
