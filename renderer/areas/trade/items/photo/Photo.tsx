import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { orpc } from '../../../../app/queries.ts'
import classes from './photo.module.css'

interface PhotoProps {
  readonly attachmentId: string
  /** What it is of; empty where the name stands beside it. */
  readonly alt: string
  readonly isSmall?: boolean
}

/** The photo of an item; nothing while it is fetched, and nothing where its file is gone. */
export function Photo({ attachmentId, alt, isSmall = false }: PhotoProps) {
  const { data } = useQuery({
    ...orpc.attachments.open.queryOptions({ input: { attachmentId } }),
    // What is kept under an id never changes.
    staleTime: Number.POSITIVE_INFINITY,
  })
  const address = useAddress(data)
  if (address === undefined) return isSmall ? <span className={classes.small} /> : null
  return <img src={address} alt={alt} className={isSmall ? classes.small : classes.large} draggable={false} />
}

/** A name with its small photo before it, where there is one. */
export function NamedPhoto({ photo, name }: { readonly photo: string | undefined; readonly name: string }) {
  if (photo === undefined) return name
  return (
    <span className={classes.named}>
      <Photo attachmentId={photo} alt="" isSmall />
      {name}
    </span>
  )
}

/** The address of a file for as long as it is shown. */
function useAddress(file: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!file) return
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => {
      setAddress(undefined)
      URL.revokeObjectURL(made)
    }
  }, [file])
  return address
}
