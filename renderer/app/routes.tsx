import { createHashRouter, type RouteObject } from 'react-router'
import { areas } from './map.ts'
import { Root } from './Root.tsx'
import { ScreenUnreachable, Trouble } from './Trouble.tsx'

/** Addresses live behind the `#`: the same under the desktop's own protocol and in a browser. */
export function createRoutes() {
  const screens = areas.flatMap((area) =>
    area.screens.map(({ path, load }): RouteObject => {
      const lazy = async () => ({ Component: await load().catch(unreachable) })
      return path === '' ? { index: true, lazy } : { path, lazy }
    }),
  )
  return createHashRouter([
    {
      path: '/',
      Component: Root,
      ErrorBoundary: Trouble,
      HydrateFallback: () => null,
      children: [
        {
          ErrorBoundary: Trouble,
          children: [...screens, { path: '*', loader: notFound, Component: Trouble }],
        },
      ],
    },
  ])
}

function unreachable(cause: unknown): never {
  throw new ScreenUnreachable('the screen could not be fetched', { cause })
}

function notFound(): never {
  throw new Response(null, { status: 404 })
}
