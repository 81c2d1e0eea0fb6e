import { ChoiceField } from '../../../ui/fields/ChoiceField.tsx'
import { useHasPlaces, usePlaces } from './places.ts'

interface PlaceFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (locationId: string) => void
  readonly name?: string
  readonly error?: string | undefined
  readonly autoFocus?: boolean
}

/** One of the places that are in use; the shop stands first. */
export function PlaceField(props: PlaceFieldProps) {
  const choices = usePlaces()
    .filter(({ active, locationId }) => active || locationId === props.value)
    .map(({ locationId, name }) => ({ value: locationId, label: name }))
  return <ChoiceField {...props} choices={choices} />
}

/** The same where there is more than one to choose from; nothing where all goods lie in the shop. */
export function PlaceFieldOfMany(props: PlaceFieldProps) {
  return useHasPlaces() && <PlaceField {...props} />
}
