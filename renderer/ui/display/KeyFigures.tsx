import type { ReactNode } from 'react'
import classes from './display.module.css'

/** The few figures a card begins with, beside one another. */
export function KeyFigures({ children }: { readonly children: ReactNode }) {
  return <dl className={classes.keyFigures}>{children}</dl>
}

interface KeyFigureProps {
  readonly label: string
  readonly figure: string
  /** What the figure is of, in small below it. */
  readonly note?: ReactNode
}

export function KeyFigure({ label, figure, note }: KeyFigureProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {figure}
        {note && <small>{note}</small>}
      </dd>
    </div>
  )
}
