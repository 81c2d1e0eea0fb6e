import { Alert, Button, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import type { Answers } from '../../../../shared/contract/index.ts'
import { formatAmount, formatRupiah } from '../../../../shared/rules/money.ts'
import { decimalText } from '../../../../shared/rules/percent.ts'
import { reckonedShare } from '../../../../shared/rules/surplus-shares.ts'
import { PaperButton } from '../../../app/PaperButton.tsx'
import { orpc } from '../../../app/queries.ts'
import { Complaint } from '../../../ui/display/Complaint.tsx'
import { FigureTable } from '../../../ui/display/FigureTable.tsx'
import { PageHead } from '../../../ui/display/PageHead.tsx'
import { useText } from '../../../ui/text.ts'
import { usePartName } from '../share-words.ts'
import { useClosingYear } from '../use-year.ts'

type Sheet = Answers['closing']['memberShu']

/** One member's share with every figure it is reckoned from, to be followed with a pocket calculator. */
export function MemberSheet() {
  const { t, language } = useText()
  const { memberId = '' } = useParams()
  const { year } = useClosingYear()
  const { data, error } = useQuery(orpc.closing.memberShu.queryOptions({ input: { year, memberId } }))
  return (
    <>
      <PageHead
        title={data ? t(($) => $.shu.sheet.of, { year, name: data.name }) : t(($) => $.shu.sheet.title)}
        text={data && t(($) => $.shu.sheet.number, { number: data.number })}
        actions={
          <>
            <PaperButton
              asked={{ report: 'shuMember', params: { year, memberId }, language }}
              label={t(($) => $.shu.sheet.print)}
            />
            <Button component={Link} to={`/closing/shu?year=${year}`} variant="default">
              {t(($) => $.shu.sheet.back, { year })}
            </Button>
            <Button component={Link} to={`/members/${memberId}`} variant="default">
              {t(($) => $.shu.sheet.member)}
            </Button>
          </>
        }
      />
      <Complaint error={error} />
      {data && <Reckoning sheet={data} />}
    </>
  )
}

function Reckoning({ sheet }: { readonly sheet: Sheet }) {
  const { t } = useText()
  const parts = useParts(sheet)
  const { isDecided, total, paid } = sheet
  return (
    <>
      {isDecided ? (
        <Text mb="md">{t(($) => $.shu.sheet.decided)}</Text>
      ) : (
        <Alert color="yellow" variant="light" mb="md" maw="44rem">
          <Text c="dark.9" fw={700}>
            {t(($) => $.shu.sheet.proposal)}
          </Text>
        </Alert>
      )}
      <Text mb="xs">{t(($) => $.shu.sheet.text)}</Text>
      <FigureTable
        label={t(($) => $.shu.sheet.title)}
        heads={{
          line: t(($) => $.shu.division.part),
          columns: (['pool', 'own', 'all', 'share'] as const).map((head) => t(($) => $.shu.sheet[head])),
        }}
        lines={[
          ...parts.map(({ name, pool, own, all, share }) => ({
            title: name,
            figures: [pool, own, all, share].map((amount) => formatAmount(amount)),
          })),
          { title: t(($) => $.shu.sheet.total), figures: ['', '', '', formatRupiah(total)], isStrong: true },
          ...(isDecided ? [{ title: t(($) => $.shu.sheet.paid), figures: ['', '', '', formatRupiah(paid)] }] : []),
        ]}
      />
      {parts.map((part) => (
        <Steps key={part.name} part={part} roundTo={sheet.roundTo} />
      ))}
      <Text mt="xs" size="sm" c="gray.7" maw="60rem">
        {t(($) => $.shu.sheet.rounded, { step: formatRupiah(sheet.roundTo) })}
      </Text>
    </>
  )
}

type Part = ReturnType<typeof useParts>[number]

/** What a calculator shows, step by step: what is hers, the exact share, and how it was rounded. */
function Steps({ part, roundTo }: { readonly part: Part; readonly roundTo: number }) {
  const { t } = useText()
  const { name, pool, own, all, share, business } = part
  const { exact, down, extra } = reckonedShare(part, roundTo)
  const step = { part: name, pool: formatAmount(pool), own: formatAmount(own), all: formatAmount(all) }
  const rounded = {
    ...{ step: formatRupiah(roundTo), down: formatAmount(down) },
    ...{ extra: formatAmount(extra), share: formatAmount(share) },
  }
  return (
    <>
      {business.length > 0 && <MadeOf part={part} />}
      <Text mt="xs">{t(($) => $.shu.sheet.step, { ...step, exact: formatAmount(exact) })}</Text>
      {exact !== share && (
        <Text pl="md">{t(($) => $.shu.sheet[extra === 0 ? 'roundedDown' : 'roundedUp'], rounded)}</Text>
      )}
    </>
  )
}

/** Each kind of her business by itself, as her cards tell it. */
function MadeOf({ part: { name, own, business } }: { readonly part: Part }) {
  const { t } = useText()
  const parts = business.map(({ basis, weight, amount }) => {
    const named = `${t(($) => $.shu.basis[basis])} ${formatAmount(amount)}`
    return Number(weight) === 1 ? named : t(($) => $.shu.sheet.times, { basis: named, weight: decimalText(weight) })
  })
  return (
    <Text mt="xs">
      {t(($) => $.shu.sheet.madeOf, { part: name, parts: parts.join(' + '), own: formatAmount(own) })}
    </Text>
  )
}

/** The pools all members share in, with what of them is hers. */
function useParts({ pools, savings, transactions, capital, service, ofAll, business }: Sheet) {
  const { t } = useText()
  const nameOf = usePartName()
  return pools.map(({ key, to, amount: pool }) => {
    const part = nameOf(key)
    return to === 'by_savings'
      ? {
          ...{ name: t(($) => $.shu.sheet.savings, { part }), pool, own: savings },
          ...{ all: ofAll.savings, share: capital, business: [] },
        }
      : {
          ...{ name: t(($) => $.shu.sheet.service, { part }), pool, own: transactions[key] ?? 0 },
          ...{ all: ofAll.transactions[key] ?? 0, share: service[key] ?? 0 },
          business: business[key] ?? [],
        }
  })
}
