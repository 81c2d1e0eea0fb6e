import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { formatRupiah } from '../../shared/rules/money.ts'
import { orpc } from './queries.ts'
import { useAccountName } from './use-account-name.ts'

interface CashAccountSelectProps {
  readonly label: ReactNode
  readonly value: string | null
  readonly onChange: (code: string) => void
  /** Takes the first account as a proposal, where that is something else than a choice. */
  readonly onOffer?: (code: string) => void
  readonly name?: string
  readonly error?: string | undefined
  readonly description?: ReactNode
  /** Only cash that can be counted, no banks. */
  readonly onHandOnly?: boolean
  /** Only banks and e-wallets: what is paid by transfer or QRIS. */
  readonly bankOnly?: boolean
  /** Leaves out what is in it: where it is to be counted without knowing. */
  readonly withoutBalance?: boolean
  /** Leaves one out: money is not moved from an account to itself. */
  readonly except?: string | null
}

/** A cash or bank account with what is in it; the first one, cash on hand, is chosen until somebody chooses. */
export function CashAccountSelect(props: CashAccountSelectProps) {
  const {
    label,
    value,
    onChange,
    onOffer = onChange,
    name,
    error,
    description,
    onHandOnly,
    bankOnly,
    except,
    withoutBalance = false,
  } = props
  const nameOf = useAccountName()
  const { data } = useQuery(orpc.cash.accounts.queryOptions({ input: {} }))
  const fits = (data?.rows ?? []).filter((row) => (row.isCashOnHand ? !bankOnly : !onHandOnly) && row.code !== except)
  const rows = fits.filter((row) => row.active && !row.needsPerson)
  const first = rows[0]?.code
  useEffect(() => {
    if (value === null && first !== undefined) onOffer(first)
  }, [value, first, onOffer])
  return (
    <Select
      label={label}
      name={name}
      error={error}
      description={description}
      value={value}
      onChange={(code) => code !== null && onChange(code)}
      data={rows.map(({ code, name: title, balance }) => ({
        value: code,
        label: withoutBalance ? nameOf(code, title) : `${nameOf(code, title)} (${formatRupiah(balance)})`,
      }))}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  )
}
