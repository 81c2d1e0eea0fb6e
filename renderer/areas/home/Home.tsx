import { Button, Grid, Group, Paper, SimpleGrid, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { formatDate } from '../../../shared/calendar.ts'
import type { Answers } from '../../../shared/contract/index.ts'
import { formatRupiah } from '../../../shared/rules/money.ts'
import { orpc } from '../../app/queries.ts'
import { useBook } from '../../app/session.tsx'
import { useAccountName } from '../../app/use-account-name.ts'
import { Money } from '../../ui/display/Money.tsx'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { StatFigure } from '../../ui/display/StatFigure.tsx'
import { useText } from '../../ui/text.ts'
import classes from './home.module.css'
import { LastEntries } from './LastEntries.tsx'
import { ToDo } from './ToDo.tsx'

export type Summary = Answers['home']['summary']

/** Beranda: the money there is, what waits, how the cooperative grows, what was written last. */
export function Home() {
  const { t, language } = useText()
  const { today } = useBook()
  const { data, isError } = useQuery(orpc.home.summary.queryOptions({ input: {} }))
  return (
    <>
      <PageHead
        title={t(($) => $.home.title)}
        text={t(($) => $.home.asOf, { date: formatDate(data?.asOf ?? today, language) })}
      />
      {isError && <Text role="alert">{t(($) => $.home.failed)}</Text>}
      {data && (
        <>
          <Grid gap="md">
            <Grid.Col span={5}>
              <CashToday cash={data.cash} />
            </Grid.Col>
            <Grid.Col span={7}>
              <ToDo tasks={data.todo} />
            </Grid.Col>
          </Grid>
          <Growth figures={data.figures} />
          <LastEntries rows={data.lastEntries} />
        </>
      )}
    </>
  )
}

function CashToday({ cash }: { readonly cash: Summary['cash'] }) {
  const { t } = useText()
  const nameOf = useAccountName()
  return (
    <Paper withBorder p="lg" radius="md" h="100%">
      <Title order={2} size="h4">
        {t(($) => $.home.cash.title)}
      </Title>
      <Text className={classes.total}>{formatRupiah(cash.total)}</Text>
      <dl className={classes.facts}>
        {cash.accounts.map(({ code, name, balance }) => (
          <Fact key={code} label={nameOf(code, name)} amount={balance} />
        ))}
        <Fact label={t(($) => $.home.cash.in)} amount={cash.receivedToday} />
        <Fact label={t(($) => $.home.cash.out)} amount={cash.spentToday} />
      </dl>
      <Group gap="sm" mt="md">
        <Button component={Link} to="/cash/receive" size="sm">
          {t(($) => $.home.cash.receive)}
        </Button>
        <Button component={Link} to="/cash/spend" size="sm" variant="default">
          {t(($) => $.home.cash.spend)}
        </Button>
      </Group>
    </Paper>
  )
}

function Fact({ label, amount }: { readonly label: string; readonly amount: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Money amount={amount} />
      </dd>
    </div>
  )
}

function Growth({ figures }: { readonly figures: Summary['figures'] }) {
  const { t } = useText()
  const people = (count: number) => t(($) => $.home.figure.people, { count })
  return (
    <section aria-label={t(($) => $.home.figure.title)}>
      <Group align="baseline" gap="sm" mt="lg" mb="xs">
        <Title order={2} size="h4">
          {t(($) => $.home.figure.title)}
        </Title>
        <Text c="gray.7" size="sm">
          {t(($) => $.home.figure.text)}
        </Text>
      </Group>
      <SimpleGrid cols={5} spacing="md">
        {figures.map(({ figure, value, before, series }) => (
          <StatFigure
            key={figure}
            label={t(($) => $.home.figure[figure])}
            value={value}
            before={before}
            series={series.map(({ amount }) => amount)}
            format={figure === 'members' ? people : formatRupiah}
          />
        ))}
      </SimpleGrid>
    </section>
  )
}
