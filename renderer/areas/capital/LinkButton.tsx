import { Button } from '@mantine/core'
import { Link } from 'react-router'

interface LinkButtonProps {
  readonly to: string
  readonly label: string
  readonly isFirst?: boolean
  /** Stands below the figures of a panel. */
  readonly isApart?: boolean
}

/** A way on from a card or a list. */
export function LinkButton({ to, label, isFirst = false, isApart = false }: LinkButtonProps) {
  return (
    <Button component={Link} to={to} variant={isFirst ? 'filled' : 'default'} {...(isApart && { mt: 'sm' })}>
      {label}
    </Button>
  )
}
