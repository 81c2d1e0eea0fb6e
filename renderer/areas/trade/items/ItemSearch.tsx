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
import { useScans } from './use-scans.ts'

interface ItemOption extends PickerOption {
  readonly item: ItemAnswer
}

interface ItemSearchProps extends Pick<PickerProps<ItemOption>, 'label' | 'description' | 'error' | 'autoFocus'> {
  /** Only what fits here; must keep its identity (a function of the module, not of the screen). */
  readonly fits?: (item: ItemAnswer) => boolean
  /** Whose price stands beside the name; none where nothing is sold. */
  readonly price?: 'priceMember' | 'priceOther'
  /** Where what there is of it is counted; everywhere unless said otherwise. */
  readonly place?: string | undefined
  /** Called with what was picked, and whether its whole barcode was read. */
  readonly onPick: (item: ItemAnswer, isScanned: boolean) => void
}

const everyItem = () => true

/** Finds an item by any part of name and number, or by its barcode, hands it on and is empty again. */
export function ItemSearch({ fits = everyItem, price, place, onPick, ...props }: ItemSearchProps) {
  const { t } = useText()
  const [text, setText] = useState('')
  const [count, setCount] = useState(0)
  const typed = useRef('')
  const box = useRef<HTMLDivElement>(null)
  const scans = useScans(fits, (item) => onPick(item, true))
  const { data, isPlaceholderData, isFetching } = useQuery({
    ...orpc.items.list.queryOptions({ input: { text, activeOnly: true, limit: 30 } }),
    placeholderData: keepPreviousData,
  })
  const options = useMemo(() => {
    const isRead = ({ barcode }: ItemAnswer) => barcode === text.trim()
    // A whole barcode is meant before a name or number that has the same digits in it.
    const rows = (data?.rows ?? []).filter(fits).sort((one, other) => Number(isRead(other)) - Number(isRead(one)))
    const found = rows.map((item): ItemOption => {
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
  }, [data, isPlaceholderData, text, fits, price, place, t])
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
        nothing={t(($) => $.trade.sell.nothing)}
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
        isSearching={isFetching}
        onTyped={scans.take}
      />
      {scans.unknown.length > 0 && <Unknown codes={scans.unknown} onSeen={seen} />}
    </div>
  )
}

/** What was scanned and is in no list; it stays until it was seen. */
function Unknown({ codes, onSeen }: { readonly codes: readonly string[]; readonly onSeen: () => void }) {
  const { t } = useText()
  return (
    <Group role="alert" gap="xs" mt="xs" wrap="nowrap">
      <Text c="red.9" fw={600}>
        {t(($) => $.trade.sell.unknownCode, { codes: codes.join(', ') })}
      </Text>
      <CloseButton aria-label={t(($) => $.trade.sell.seen)} onClick={onSeen} />
    </Group>
  )
}
