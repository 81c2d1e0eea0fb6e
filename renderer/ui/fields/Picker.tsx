import { Combobox, InputBase, Text, useCombobox } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { focusNext } from '../form/focus-order.ts'
import { useOpenQuestion } from '../form/open-questions.ts'
import { useText } from '../text.ts'
import { useAwaitedPick } from './awaited-pick.ts'
import classes from './fields.module.css'
import { labelProps } from './label.ts'

/** One line of the list; `title` is what the field shows once it is picked. */
export interface PickerOption {
  readonly id: string
  readonly title: string
  readonly detail?: string | undefined
}

export interface PickerProps<Option extends PickerOption> {
  readonly label: string
  /** The label is read out and not shown: in the cells of a table. */
  readonly isLabelHidden?: boolean
  readonly value: Option | null
  readonly onChange: (option: Option | null) => void
  /** The options that fit what is typed, best first. */
  readonly options: readonly Option[]
  readonly onSearch: (text: string) => void
  readonly isSearching?: boolean | undefined
  /** What is said where nothing fits; where somebody new is entered, that is told here. */
  readonly nothing?: string | undefined
  /** Takes what is typed as it is at Enter, where nothing is marked; true where it did, and the field is empty again. */
  readonly onTyped?: (text: string) => boolean
  readonly name?: string
  readonly description?: ReactNode
  readonly placeholder?: string
  readonly error?: string | undefined
  readonly autoFocus?: boolean
  readonly disabled?: boolean
}

/** A field that finds: type any part, arrows choose, Enter takes the marked one and goes on. */
export function Picker<Option extends PickerOption>(props: PickerProps<Option>) {
  const { label, value, onChange, options, onSearch, isSearching, error } = props
  const { t } = useText()
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(value?.title ?? '')
  const [isAsked, setAsked] = useState(false)
  const isUnpicked = value === null && text.trim() !== ''
  const pickedTitle = value?.title
  useEffect(() => {
    if (pickedTitle !== undefined) setText(pickedTitle)
  }, [pickedTitle])
  useOpenQuestion(isUnpicked, () => {
    setAsked(true)
    input.current?.focus()
  })
  const { dropdownOpened, selectFirstOption } = combobox
  useEffect(() => {
    if (dropdownOpened && options.length > 0) selectFirstOption()
  }, [dropdownOpened, options, selectFirstOption])

  const search = (typed: string) => {
    awaited.forget()
    setAsked(false)
    setText(typed)
    if (value !== null) onChange(null)
    onSearch(typed)
    combobox.openDropdown()
  }
  const pick = (id: string) => {
    const option = options.find((one) => one.id === id)
    if (!option) return
    onChange(option)
    setText(option.title)
    combobox.closeDropdown()
    if (input.current) focusNext(input.current)
  }
  const miss = () => {
    setAsked(true)
    // What is typed or scanned next takes its place.
    input.current?.select()
  }
  const awaited = useAwaitedPick({ options, isSearching, pick, miss })
  const enter = (event: KeyboardEvent) => {
    const isMarked = options.length > 0 && (event.defaultPrevented || combobox.getSelectedOptionIndex() !== -1)
    if (!isUnpicked || !dropdownOpened || isMarked || !isTaking(event)) return
    event.preventDefault()
    if (props.onTyped?.(text) !== true) return awaited.take()
    search('')
    combobox.closeDropdown()
  }
  return (
    <Combobox store={combobox} onOptionSubmit={pick} withinPortal>
      <Combobox.Target withExpandedAttribute>
        <InputBase
          ref={input}
          {...labelProps(label, props.isLabelHidden)}
          name={props.name}
          description={props.description}
          placeholder={props.placeholder}
          error={isUnpicked && (isAsked || !dropdownOpened) ? t(($) => $.ui.picker.chooseOne) : error}
          value={text}
          onChange={(event) => search(event.currentTarget.value)}
          onClick={() => combobox.openDropdown()}
          onFocus={(event) => event.currentTarget.select()}
          onKeyDown={enter}
          onBlur={() => {
            awaited.forget()
            combobox.closeDropdown()
          }}
          autoComplete="off"
          autoFocus={props.autoFocus ?? false}
          data-autofocus={props.autoFocus}
          disabled={props.disabled ?? false}
        />
      </Combobox.Target>
      <PickerList label={label} options={options} isSearching={isSearching} nothing={props.nothing} />
    </Combobox>
  )
}

function isTaking({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return key === 'Enter' && !ctrlKey && !metaKey
}

type PickerListProps = Pick<PickerProps<PickerOption>, 'label' | 'options' | 'isSearching' | 'nothing'>

function PickerList({ label, options, isSearching, nothing }: PickerListProps) {
  const { t } = useText()
  return (
    <Combobox.Dropdown>
      {options.length === 0 && (
        <Combobox.Empty role="status">
          {isSearching ? t(($) => $.ui.picker.searching) : (nothing ?? t(($) => $.ui.picker.nothing))}
        </Combobox.Empty>
      )}
      <Combobox.Options className={classes.options} aria-label={label} hidden={options.length === 0}>
        {options.map((option) => (
          <Combobox.Option key={option.id} value={option.id}>
            <Text span>{option.title}</Text>
            {option.detail !== undefined && (
              <Text span size="sm" ml="xs" className={classes.detail}>
                {option.detail}
              </Text>
            )}
          </Combobox.Option>
        ))}
      </Combobox.Options>
    </Combobox.Dropdown>
  )
}
