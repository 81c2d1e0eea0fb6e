import { Button, Group } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { firstDayOfMonth, monthOf } from '../../../shared/calendar.ts'
import type { AskedReport } from '../../../shared/contract/reports.ts'
import { CashAccountSelect } from '../../app/CashAccountSelect.tsx'
import { hostFile } from '../../app/paper.ts'
import { orpc } from '../../app/queries.ts'
import { StatementTable } from '../../app/StatementTable.tsx'
import { useBook } from '../../app/session.tsx'
import { client } from '../../client.ts'
import { host } from '../../host.ts'
import { Complaint } from '../../ui/display/Complaint.tsx'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { PeriodFields } from '../../ui/fields/PeriodFields.tsx'
import { useText } from '../../ui/text.ts'
import classes from './cash.module.css'

/** Buku kas as she knows it: tanggal, no. bukti, uraian, masuk, keluar, saldo. */
export function CashBook() {
  const { t, language } = useText()
  const { today } = useBook()
  const [cashAccount, setCashAccount] = useState<string | null>(null)
  const [period, setPeriod] = useState({ from: firstDayOfMonth(monthOf(today)), to: today })
  const asked: AskedReport | undefined =
    cashAccount === null ? undefined : { report: 'cashBook', params: { ...period, cashAccount }, language }
  return (
    <>
      <PageHead
        title={t(($) => $.cash.book.title)}
        text={t(($) => $.cash.book.text)}
        actions={<Print asked={asked} />}
      />
      <Group align="flex-start" gap="sm" mb="md">
        <div className={classes.account}>
          <CashAccountSelect label={t(($) => $.cash.book.account)} value={cashAccount} onChange={setCashAccount} />
        </div>
        <PeriodFields value={period} onChange={setPeriod} today={today} />
      </Group>
      {asked !== undefined && <Rows asked={asked} />}
    </>
  )
}

function Rows({ asked }: { readonly asked: AskedReport }) {
  const { t } = useText()
  const query = useQuery({ ...orpc.reports.run.queryOptions({ input: asked }), placeholderData: keepPreviousData })
  if (query.isError) return <Complaint error={query.error} />
  if (query.data === undefined) return null
  return <StatementTable statement={query.data} empty={t(($) => $.cash.book.empty)} maxHeight="calc(100dvh - 20rem)" />
}

function Print({ asked }: { readonly asked: AskedReport | undefined }) {
  const { t } = useText()
  const printing = useMutation({
    mutationFn: async (report: AskedReport) => host.printFile(await hostFile(await client.reports.pdf(report))),
    meta: { readsOnly: true },
  })
  return (
    <>
      {printing.isError && <Complaint error={printing.error} />}
      <Button
        variant="default"
        loading={printing.isPending}
        disabled={asked === undefined}
        onClick={() => asked && printing.mutate(asked)}
      >
        {t(($) => $.cash.book.print)}
      </Button>
    </>
  )
}
