import { Text, TextInput } from '@mantine/core'
import { type ReactNode, useCallback, useState } from 'react'
import { formatRupiah, sen, senMax } from '../../../shared/rules/money.ts'
import { rupiahInWords } from '../../../shared/words.ts'
import { focusNext } from '../form/focus-order.ts'
import { useText } from '../text.ts'
import { AskBack } from './AskBack.tsx'
import classes from './fields.module.css'
import { labelProps } from './label.ts'
import { isTenTimes, type TypedMoney } from './typed-money.ts'
import { useMoneyInput } from './use-money-input.ts'

export interface MoneyFieldProps {
  readonly label: string
  /** The label is read out and not shown: in the cells of a table. */
  readonly isLabelHidden?: boolean
  /** Sen, or null while nothing usable stands in the field. */
  readonly value: number | null
  readonly onChange: (amount: number | null) => void
  readonly name?: string
  readonly description?: ReactNode
  readonly error?: string | undefined
  /** What this amount usually is, sen: ten times as much asks back before saving. */
  readonly usual?: number | undefined
  readonly withoutWords?: boolean
  readonly autoFocus?: boolean
  readonly disabled?: boolean
}

/** Money as she writes it: digits in, dots and words by themselves, a question instead of a guess. */
export function MoneyField(props: MoneyFieldProps) {
  const { label, isLabelHidden, value, onChange, name, description, error, usual, withoutWords, autoFocus, disabled } =
    props
  const { t } = useText()
  const [typed, setTyped] = useState<TypedMoney>()
  const [confirmed, setConfirmed] = useState<number | null>(null)
  const onTyped = useCallback(
    (next: TypedMoney) => {
      setTyped(next)
      onChange(next.amount)
    },
    [onChange],
  )
  const { put, ref, ...input } = useMoneyInput(value, onTyped)
  const goOn = () => {
    if (ref.current) focusNext(ref.current) || ref.current.focus()
  }
  const choose = (amount: number) => {
    put(amount)
    goOn()
  }
  const problem = typed?.amount === value ? typed.problem : undefined
  const asksTenTimes = problem === undefined && isTenTimes(value, usual) && confirmed !== value
  return (
    <div>
      <TextInput
        {...input}
        ref={ref}
        {...labelProps(label, isLabelHidden)}
        name={name}
        description={description}
        error={
          problem === undefined || problem === 'ambiguous'
            ? error
            : t(($) => $.ui.money[problem], { most: formatRupiah(senMax) })
        }
        leftSection={<span aria-hidden="true">Rp</span>}
        inputMode="decimal"
        autoComplete="off"
        autoFocus={autoFocus ?? false}
        data-autofocus={autoFocus}
        disabled={disabled ?? false}
        classNames={{ input: classes.money }}
      />
      {!withoutWords && (
        <Text size="sm" c="gray.7" mih="1.25rem" lang="id" className={classes.words}>
          {value === null ? '' : rupiahInWords(sen(value))}
        </Text>
      )}
      {problem === 'ambiguous' && (
        <AskBack
          question={t(($) => $.ui.money.ambiguous)}
          answers={(typed?.readings ?? []).map((amount) => ({
            label: formatRupiah(amount),
            choose: () => choose(amount),
          }))}
        />
      )}
      {asksTenTimes && (
        <AskBack
          question={t(($) => $.ui.money.tenTimes, { usual: formatRupiah(usual ?? 0) })}
          answers={[
            {
              label: t(($) => $.ui.money.yes),
              choose: () => {
                setConfirmed(value)
                goOn()
              },
            },
            { label: t(($) => $.ui.money.fix), choose: () => ref.current?.select() },
          ]}
        />
      )}
    </div>
  )
}
