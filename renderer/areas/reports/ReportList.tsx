import { Anchor, SimpleGrid, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { orpc } from '../../app/queries.ts'
import { PageHead } from '../../ui/display/PageHead.tsx'
import { useText } from '../../ui/text.ts'
import { menu } from './report-choice.ts'
import classes from './reports.module.css'

/** Every report of the menu with one sentence about it. */
export function ReportList() {
  const { t, language } = useText()
  const { data } = useQuery(orpc.reports.list.queryOptions({ input: { language } }))
  const titles = new Map((data?.rows ?? []).map(({ report, title }) => [report, title]))
  return (
    <>
      <PageHead title={t(($) => $.reporting.title)} text={t(($) => $.reporting.text)} />
      {(Object.keys(menu) as (keyof typeof menu)[]).map((group) => (
        <section key={group} aria-labelledby={`reports-${group}`} className={classes.group}>
          <Title order={2} size="h4" id={`reports-${group}`} mb="xs">
            {t(($) => $.reporting.groups[group])}
          </Title>
          <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
            {menu[group].map((report) => (
              <Anchor
                key={report}
                component={Link}
                to={`/reports/${report}`}
                className={classes.card}
                underline="never"
              >
                <Text component="span" className={classes.name}>
                  {titles.get(report) ?? ''}
                </Text>
                <Text component="span" c="gray.7" size="sm">
                  {t(($) => $.reporting.about[report])}
                </Text>
              </Anchor>
            ))}
          </SimpleGrid>
        </section>
      ))}
    </>
  )
}
