import { CloseButton, Group, Text } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import type { ItemAnswer } from '../../../../shared/contract/items.ts'
import { formatRupiah } from '../../../../shared/rules/money.ts'
import { formatQuantity } from '../../../../shared/rules/quantity.ts'
import { orpc } from '../../../app/queries.ts'
import { matchesWords } from '../../../ui/fields/matches.ts'
import { Picker, type PickerOption, type PickerProps } from '../../../ui/fields/Picker.tsx'
import { useText } from '../../../ui/text.ts'
import { focusField } from '../sell/basket-keys.ts'
import { quantityAt } from './quantity-at.ts'
import { type MissedScan, useScans } from './use-scans.ts'
import { useWhyNot, type Wanted, wantedInput } from './wanted.ts'

interface ItemOption extends PickerOption {
  readonly item: ItemAnswer
}

interface ItemSearchProps extends Pick<PickerProps<ItemOption>, 'label' | 'description' | 'error' | 'autoFocus'> {
  /** What is offered; everything in use where nothing is said. */
  readonly wanted?: Wanted | undefined
  /** Whose price stands beside the name; none where nothing is sold. */
  readonly price?: 'priceMember' | 'priceOther'
  /** Where what there is of it is counted; everywhere unless said otherwise. */
  readonly place?: string | undefined
  /** Called with what was picked, and whether its whole barcode was read. */
  readonly onPick: (item: ItemAnswer, isScanned: boolean) => void
}

/**
 * Finds an item by any part of name and number, or by its barcode, hands it on and is empty again. Where only what is not
 * wanted here matches, it says why.
 */
export function ItemSearch({ wanted, price, place, onPick, ...props }: ItemSearchProps) {
  const { t } = useText()
  const [text, setText] = useState('')
  const [count, setCount] = useState(0)
  const typed = useRef('')
  const box = useRef<HTMLDivElement>(null)
  const scans = useScans(wanted, (item) => onPick(item, true))
  const { data, isPlaceholderData, isFetching } = useQuery({
    ...orpc.items.list.queryOptions({ input: { ...wantedInput(wanted), text, limit: 30 } }),
    placeholderData: keepPreviousData,
  })
  const options = useMemo(() => {
    const found = (data?.rows ?? []).map((item): ItemOption => {
      const stock =
        item.kind === 'service'
          ? []
          : [`${t(($) => $.trade.sell.there)} ${formatQuantity(quantityAt(item, place))} ${item.unitName}`]
      const detail = [...(price === undefined ? [] : [formatRupiah(item[price])]), ...stock].join(' · ')
      return { id: item.itemId, title: `${item.name} (${item.number})`, detail, item }
    })
    if (!isPlaceholderData) return found
    // While the answer to the last key is under way, nothing is offered that does not fit what is typed.
    return found.filter(({ title, item }) => item.barcode === text || matchesWords(title, text))
  }, [data, isPlaceholderData, text, price, place, t])
  const other = useQuery({
    ...orpc.items.list.queryOptions({ input: { text, limit: 1 } }),
    enabled: text.trim() !== '' && !isFetching && options.length === 0,
  })
  const whyNot = useWhyNot()
  const unfit = other.data?.rows[0]
  const seen = () => {
    scans.forget()
    focusField(box.current, 'search')
  }
  return (
    <div ref={box}>
      <Picker
        // Empty again for the next one.
        key={count}
        placeholder={t(($) => $.trade.sell.searchHint)}
        nothing={unfit ? whyNot(unfit, wanted) : t(($) => $.trade.sell.nothing)}
        {...props}
        name="search"
        autoFocus={count > 0 || (props.autoFocus ?? false)}
        value={null}
        onChange={(option) => {
          if (option === null) return
          onPick(option.item, option.item.barcode !== null && option.item.barcode === typed.current.trim())
          typed.current = ''
          setText('')
          setCount(count + 1)
        }}
        options={options}
        onSearch={(next) => {
          typed.current = next
          setText(next)
        }}
        isSearching={isFetching || other.isFetching}
        onTyped={scans.take}
      />
      {scans.missed.length > 0 && <Missed scans={scans.missed} wanted={wanted} onSeen={seen} />}
    </div>
  )
}

interface MissedProps {
  readonly scans: readonly MissedScan[]
  readonly wanted: Wanted | undefined
  readonly onSeen: () => void
}

/** What was scanned and is in no list, or does not belong here; it stays until it was seen. */
function Missed({ scans, wanted, onSeen }: MissedProps) {
  const { t } = useText()
  const whyNot = useWhyNot()
  const unknown = scans.flatMap(({ code, item }) => (item === undefined ? [code] : []))
  const sentences = [
    ...(unknown.length > 0 ? [t(($) => $.trade.sell.unknownCode, { codes: unknown.join(', ') })] : []),
    ...scans.flatMap(({ item }) => (item === undefined ? [] : [whyNot(item, wanted)])),
  ]
  return (
    <Group role="alert" gap="xs" mt="xs" wrap="nowrap">
      <Text c="red.9" fw={600}>
        {sentences.join(' ')}
      </Text>
      <CloseButton aria-label={t(($) => $.trade.sell.seen)} onClick={onSeen} />
    </Group>
  )
}
