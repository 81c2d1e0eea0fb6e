import { Button, Group, Text, Title } from '@mantine/core'
import { formatAmount, sumSen } from '../../../../shared/rules/money.ts'
import { formatPct } from '../../../../shared/rules/percent.ts'
import { percentsTogether } from '../../../../shared/rules/surplus-bylaw.ts'
import { NamedBars } from '../../../ui/chart/NamedBars.tsx'
import { RateField } from '../../../ui/fields/NumberField.tsx'
import { useText } from '../../../ui/text.ts'
import classes from '../closing.module.css'
import { usePartName } from '../share-words.ts'
import type { Simulated } from './Proposal.tsx'

/** Percentages that are tried, by part; null while nothing usable stands in a field. */
export type Tried = Readonly<Record<string, string | null>>

interface DivisionProps {
  readonly simulated: Simulated
  /** The division by what is tried, where that is a whole rule. */
  readonly other?: Simulated | undefined
  readonly tried?: Tried | undefined
  /** Left out where nothing is tried any more. */
  readonly onTry?: (tried: Tried | undefined) => void
}

/** The parts of the surplus by the rule in force, and beside them what other percentages would come to; nothing is saved. */
export function Division(props: DivisionProps) {
  const { simulated, other, tried, onTry } = props
  const { t } = useText()
  const nameOf = usePartName()
  const { bylaw, components } = simulated
  const amountIn = (of: Simulated, key: string) => of.components.find((one) => one.key === key)?.amount ?? 0
  const begin = () => onTry?.(Object.fromEntries(bylaw.shares.map(({ key, pct }) => [key, pct])))
  const label = t(($) => $.shu.division.chart)
  return (
    <>
      <Title order={2} size="h4" mt="lg" mb="xs">
        {t(($) => $.shu.division.title)}
      </Title>
      <div className={classes.division}>
        <div>
          <PartsTable {...props} />
          {onTry && (
            <Group gap="sm" mt="sm">
              <Button variant="default" onClick={() => (tried ? onTry?.(undefined) : begin())}>
                {t(($) => $.shu.division[tried ? 'stop' : 'try'])}
              </Button>
              {tried && <TriedSum tried={tried} />}
            </Group>
          )}
          {tried && (
            <Text size="sm" c="gray.7" mt="xs">
              {t(($) => $.shu.division.tryText)}
            </Text>
          )}
        </div>
        <NamedBars
          label={label}
          parts={[t(($) => $.shu.division.inForce), ...(other ? [t(($) => $.shu.division.tried)] : [])]}
          bars={components.map(({ key, amount }) => ({
            name: nameOf(key),
            amounts: other ? [amount, amountIn(other, key)] : [amount],
          }))}
        />
      </div>
    </>
  )
}

/** Whether what is tried is a whole rule. */
function TriedSum({ tried }: { readonly tried: Tried }) {
  const { t, language } = useText()
  const pcts = Object.values(tried)
  const known = pcts.filter((pct) => pct !== null)
  const { sum, gap } = percentsTogether(known)
  const sentence =
    known.length < pcts.length
      ? t(($) => $.shu.division.incomplete)
      : gap === '0'
        ? t(($) => $.shu.division.sumRight)
        : t(($) => $.shu.division.sumOff, { sum: formatPct(sum, language, 8) })
  return (
    <Text role="status" fw={600}>
      {sentence}
    </Text>
  )
}

function PartsTable({ simulated: { bylaw, components, surplus, totals }, other, tried, onTry }: DivisionProps) {
  const { t, language } = useText()
  const rest = sumSen([surplus, -totals.components])
  const nameOf = usePartName()
  return (
    <table className={classes.parts} aria-label={t(($) => $.shu.division.title)}>
      <thead>
        <tr>
          <th scope="col">{t(($) => $.shu.division.part)}</th>
          <th scope="col" data-right>
            {t(($) => $.shu.division.pct)}
          </th>
          <th scope="col" data-right>
            {t(($) => $.shu.division.amount)}
          </th>
          {tried && (
            <>
              <th scope="col" data-right>
                {t(($) => $.shu.division.tryPct)}
              </th>
              <th scope="col" data-right>
                {t(($) => $.shu.division.tryAmount)}
              </th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {bylaw.shares.map(({ key, pct, to }, at) => (
          <tr key={key}>
            <th scope="row">
              {nameOf(key)}
              <small>{t(($) => $.shu.target[to])}</small>
            </th>
            <td data-right>{formatPct(pct, language, 8)}%</td>
            <td data-right>{formatAmount(components[at]?.amount ?? 0)}</td>
            {tried && (
              <>
                <td>
                  <RateField
                    label={`${t(($) => $.shu.division.tryPct)}: ${nameOf(key)}`}
                    isLabelHidden
                    value={tried[key] ?? null}
                    onChange={(value) => onTry?.({ ...tried, [key]: value })}
                    autoFocus={at === 0}
                  />
                </td>
                <td data-right>{other ? formatAmount(other.components[at]?.amount ?? 0) : ''}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
      <tfoot>
        {rest !== 0 && (
          <tr>
            <th scope="row" colSpan={2}>
              {t(($) => $.shu.division.rest)}
            </th>
            <td data-right>{formatAmount(rest)}</td>
            {tried && <td colSpan={2} />}
          </tr>
        )}
        <tr>
          <th scope="row">{t(($) => $.shu.division.total)}</th>
          <td data-right>100%</td>
          <td data-right>{formatAmount(surplus)}</td>
          {tried && <td colSpan={2} />}
        </tr>
      </tfoot>
    </table>
  )
}
