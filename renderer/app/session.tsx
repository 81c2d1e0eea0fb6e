import { useQuery } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import type { CalendarDate, Language } from '../../shared/calendar.ts'
import type { OpenBook } from '../../shared/contract/book.ts'
import { setClientLanguage } from '../client.ts'
import { host } from '../host.ts'
import { failureOf } from '../ui/failure.ts'
import { dictionaries } from './language.ts'
import { keepPreferences, type Preferences, type ReceiptFormat, type TextSize } from './preferences.ts'
import { orpc, refreshAll } from './queries.ts'

interface PreferencesControl extends Preferences {
  setLanguage(language: Language): void
  setTextSize(size: TextSize): void
  setReceiptFormat(format: ReceiptFormat): void
}

const PreferencesContext = createContext<PreferencesControl | undefined>(undefined)

/** Language and text size: changed in one click, everything typed stays. */
export function PreferencesProvider({
  initial,
  children,
}: {
  readonly initial: Preferences
  readonly children: ReactNode
}) {
  const [preferences, setPreferences] = useState(initial)
  const [texts] = useState(() => dictionaries(initial.language))
  const { language, textSize, receiptFormat } = preferences
  useEffect(() => {
    document.documentElement.lang = language
    document.documentElement.dataset.textSize = textSize
    void texts.changeLanguage(language)
    setClientLanguage(language)
    void host.setLanguage(language)
  }, [language, textSize, texts])
  useEffect(() => {
    void keepPreferences({ language, textSize, receiptFormat })
  }, [language, textSize, receiptFormat])
  const control = useMemo(
    (): PreferencesControl => ({
      ...preferences,
      setLanguage: (next) => {
        setPreferences((now) => ({ ...now, language: next }))
        refreshAll()
      },
      setTextSize: (next) => setPreferences((now) => ({ ...now, textSize: next })),
      setReceiptFormat: (next) => setPreferences((now) => ({ ...now, receiptFormat: next })),
    }),
    [preferences],
  )
  return (
    <I18nextProvider i18n={texts}>
      <PreferencesContext value={control}>{children}</PreferencesContext>
    </I18nextProvider>
  )
}

export function usePreferences(): PreferencesControl {
  const control = useContext(PreferencesContext)
  if (!control) throw new Error('usePreferences needs PreferencesProvider')
  return control
}

/**
 * How the backend and its book fare; asked again every half minute, so that a backup's age does not stand still, and
 * every few seconds while nobody answers.
 */
export function useBookStatus() {
  const query = useQuery({
    ...orpc.book.status.queryOptions({ input: {} }),
    refetchInterval: ({ state }) => (state.status === 'error' ? 3_000 : 30_000),
  })
  return { status: query.data, isLost: query.isError && failureOf(query.error).kind === 'lost', retry: query.refetch }
}

const BookContext = createContext<{ readonly book: OpenBook; readonly today: CalendarDate } | undefined>(undefined)

interface BookProviderProps {
  readonly book: OpenBook
  readonly today: CalendarDate
  readonly children: ReactNode
}

export function BookProvider({ book, today, children }: BookProviderProps) {
  const value = useMemo(() => ({ book, today }), [book, today])
  return <BookContext value={value}>{children}</BookContext>
}

/** The open book and the host's today, for screens that stand inside the frame. */
export function useBook(): { readonly book: OpenBook; readonly today: CalendarDate } {
  const open = useContext(BookContext)
  if (!open) throw new Error('useBook needs an open book')
  return open
}
