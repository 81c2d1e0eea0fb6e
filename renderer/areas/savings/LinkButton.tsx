import { Anchor } from '@mantine/core'
import { Link } from 'react-router'

/** A way to another screen, below what was just saved. */
export function LinkButton({ to, label }: { readonly to: string; readonly label: string }) {
  return (
    <Anchor component={Link} to={to} display="inline-block" mt="sm" underline="always">
      {label}
    </Anchor>
  )
}
