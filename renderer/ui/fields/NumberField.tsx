import { Text, TextInput } from '@mantine/core'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { formatQuantity, quantityMax } from '../../../shared/rules/quantity.ts'
import { useOpenQuestion } from '../form/open-questions.ts'
import { useText } from '../text.ts'
import classes from './fields.module.css'
import { labelProps } from './label.ts'
import {
  countMax,
  isDigits,
  percentages,
  quantities,
  quantityProblem,
  type Reading,
  wholeNumbers,
} from './typed-number.ts'

interface NumberFieldProps<Value> {
  readonly label: string
  readonly isLabelHidden?: boolean
  /** Null while nothing usable stands in the field. */
  readonly value: Value | null
  readonly onChange: (value: Value | null) => void
  readonly name?: string
  readonly description?: ReactNode
  readonly error?: string | undefined
  /** Stands behind the figures: *bulan*. */
  readonly unit?: string
  readonly autoFocus?: boolean
  readonly disabled?: boolean
}

/** A whole number: how many months, how many people. */
export function CountField(props: NumberFieldProps<number>) {
  const { t } = useText()
  return (
    <NumberField
      {...props}
      reading={wholeNumbers}
      problem={(text) =>
        isDigits(text)
          ? t(($) => $.ui.number.countTooLarge, { most: formatQuantity(countMax * 1000) })
          : t(($) => $.ui.number.notWhole)
      }
      inputMode="numeric"
    />
  )
}

/** How many or how much, `2` or `1,5`; its value is thousandths. */
export function QuantityField(props: NumberFieldProps<number>) {
  const { t } = useText()
  return (
    <NumberField
      {...props}
      reading={quantities}
      problem={(text) => t(($) => $.ui.number[quantityProblem(text)], { most: formatQuantity(quantityMax) })}
      inputMode="decimal"
    />
  )
}

/** A percentage as she writes it, `1,5` or `1.5`; its value is a decimal string with a point. */
export function RateField(props: NumberFieldProps<string>) {
  const { t, language } = useText()
  return (
    <NumberField
      unit="%"
      {...props}
      reading={percentages[language]}
      problem={() => t(($) => $.ui.number.notRate)}
      inputMode="decimal"
    />
  )
}

interface ReadFieldProps<Value> extends NumberFieldProps<Value> {
  readonly reading: Reading<Value>
  /** Said where the text is no such number. */
  readonly problem: (text: string) => string
  readonly inputMode: 'numeric' | 'decimal'
}

function NumberField<Value extends string | number>(props: ReadFieldProps<Value>) {
  const { label, isLabelHidden, value, onChange, name, description, error, unit, autoFocus, disabled } = props
  const { read, write } = props.reading
  const [text, setText] = useState(value === null ? '' : write(value))
  const typed = read(text) ?? null
  useEffect(() => {
    // Put there from outside, by a product's terms: what stands in the field is another number.
    if (value !== null && value !== typed) setText(write(value))
  }, [value, typed, write])
  useEffect(() => {
    // In another language the same number is written otherwise; what cannot be read stays as it was typed.
    setText((before) => {
      const number = read(before)
      return number === undefined ? before : write(number)
    })
  }, [read, write])
  const input = useRef<HTMLInputElement>(null)
  const isUnread = text.trim() !== '' && typed === null
  useEffect(() => {
    // What is wrong is said below the field, which may be the last that is seen of a list.
    if (isUnread) input.current?.scrollIntoView({ block: 'nearest' })
  }, [isUnread])
  // Saved as it is, what cannot be read would be an empty field.
  useOpenQuestion(
    isUnread,
    useCallback(() => input.current?.focus(), []),
  )
  return (
    <TextInput
      ref={input}
      {...labelProps(label, isLabelHidden)}
      name={name}
      description={description}
      error={isUnread ? props.problem(text) : error}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value)
        onChange(read(event.currentTarget.value) ?? null)
      }}
      rightSection={unit !== undefined && <Text c="gray.7">{unit}</Text>}
      {...(unit !== undefined && { rightSectionWidth: `${unit.length * 0.6 + 1.5}rem` })}
      inputMode={props.inputMode}
      autoComplete="off"
      autoFocus={autoFocus ?? false}
      data-autofocus={autoFocus}
      disabled={disabled ?? false}
      classNames={{ input: classes.number }}
    />
  )
}
