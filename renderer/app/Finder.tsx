import { Spotlight } from '@mantine/spotlight'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { SearchIcon } from '../ui/display/icons.tsx'
import { bestFirst, matchesWords } from '../ui/fields/matches.ts'
import { useText } from '../ui/text.ts'
import classes from './frame.module.css'
import { areas } from './map.ts'
import { orpc } from './queries.ts'

/** Ctrl+K from anywhere, also out of a field: any screen, member or voucher. */
export function Finder() {
  const { t } = useText()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const isAsking = text.trim().length >= 2
  const found = useQuery({
    ...orpc.search.find.queryOptions({ input: { text: text.trim() }, enabled: isAsking }),
    placeholderData: keepPreviousData,
  })
  const fitting = areas
    .flatMap((area) => area.screens.map((screen) => ({ ...screen, area: t(area.title) })))
    .filter((screen) => !screen.isInner)
    .map((screen) => ({ ...screen, name: t(screen.title) }))
    .filter(({ name, area }) => matchesWords(`${name} ${area}`, text))
  const screens = bestFirst(fitting, text, ({ name }) => name).slice(0, isAsking ? 5 : 12)
  const rows = isAsking ? (found.data?.rows ?? []) : []
  const go = (path: string) => () => void navigate(path)
  const groups = [
    {
      label: t(($) => $.app.finder.screens),
      actions: screens.map(({ path, name, area }) => ({ id: path, name, detail: area, go: go(`/${path}`) })),
    },
    {
      label: t(($) => $.app.finder.members),
      actions: rows
        .filter(({ kind }) => kind === 'member')
        .map(({ id, title, detail }) => ({ id, name: title, detail, go: go(`/members/${id}`) })),
    },
    {
      label: t(($) => $.app.finder.vouchers),
      actions: rows
        .filter(({ kind }) => kind === 'entry')
        .map(({ id, title, detail }) => ({ id, name: title, detail, go: go(`/books/entry/${id}`) })),
    },
  ].filter(({ actions }) => actions.length > 0)
  // What is found comes after the last key, when Spotlight has chosen already: the first is marked then, as Spotlight
  // marks it, so that Enter opens it.
  const listed = groups.flatMap(({ actions }) => actions.map(({ id }) => id)).join(' ')
  useEffect(() => {
    const isChosen = document.querySelector('[data-action][data-selected]') !== null
    if (listed !== '' && !isChosen) document.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
  }, [listed])
  return (
    <Spotlight.Root
      query={text}
      onQueryChange={setText}
      tagsToIgnore={[]}
      scrollable
      maxHeight="60vh"
      transitionProps={{ duration: 0 }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.45 }}
      classNames={{ actionDescription: classes.found }}
      attributes={{ content: { 'aria-label': t(($) => $.app.finder.label) } }}
    >
      <Spotlight.Search
        aria-label={t(($) => $.app.finder.label)}
        placeholder={t(($) => $.app.finder.placeholder)}
        leftSection={<SearchIcon />}
      />
      <Spotlight.ActionsList>
        {groups.map(({ label, actions }) => (
          <Spotlight.ActionsGroup key={label} label={label}>
            {actions.map((action) => (
              <Spotlight.Action key={action.id} label={action.name} description={action.detail} onClick={action.go} />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && <Spotlight.Empty>{t(($) => $.app.finder.nothing)}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}
