import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './dialogs.module.css'
import { useFocusReturn } from './use-focus-return.ts'

interface DialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  readonly size?: string
  readonly children: ReactNode
}

/** A small window over the screen. Esc and a click outside close it; what was typed in it is its owner's to keep. */
export function Dialog({ isOpen, onClose, title, size = 'md', children }: DialogProps) {
  useFocusReturn(isOpen)
  return (
    <Modal.Root opened={isOpen} onClose={onClose} centered size={size} transitionProps={{ duration: 0 }}>
      <Modal.Overlay backgroundOpacity={0.45} />
      <Modal.Content>
        <Modal.Body p="lg">
          <Modal.Title component="h2" className={classes.title}>
            {title}
          </Modal.Title>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
