import { SegmentedControl, VisuallyHidden } from '@mantine/core'
import { useText } from '../ui/text.ts'
import classes from './frame.module.css'
import { textSizes } from './preferences.ts'
import { usePreferences } from './session.tsx'

const shownSize = { normal: '0.8125rem', large: '1rem', largest: '1.1875rem' } as const

/** Language and text size, one click each, on every screen. */
export function DisplaySettings() {
  const { t } = useText()
  const { language, textSize, setLanguage, setTextSize } = usePreferences()
  return (
    <>
      <SegmentedControl
        size="sm"
        aria-label={t(($) => $.app.header.textSize)}
        value={textSize}
        onChange={(value) => {
          const size = textSizes.find((one) => one === value)
          if (size) setTextSize(size)
        }}
        data={textSizes.map((size) => ({
          value: size,
          label: (
            <>
              <span aria-hidden="true" className={classes.letter} style={{ fontSize: shownSize[size] }}>
                A
              </span>
              <VisuallyHidden>{t(($) => $.app.textSize[size])}</VisuallyHidden>
            </>
          ),
        }))}
      />
      <SegmentedControl
        size="sm"
        aria-label={t(($) => $.app.header.language)}
        value={language}
        onChange={(value) => setLanguage(value === 'en' ? 'en' : 'id')}
        data={(['id', 'en'] as const).map((one) => ({
          value: one,
          label: (
            <>
              <span aria-hidden="true">{one.toUpperCase()}</span>
              <VisuallyHidden lang={one}>{t(($) => $.app.language[one])}</VisuallyHidden>
            </>
          ),
        }))}
      />
    </>
  )
}
