import { type CSSVariablesResolver, createTheme } from '@mantine/core'

/**
 * One accent colour, dark enough for WCAG AA on white (shade 9). Grey text is `gray.7`; Mantine's `dimmed` is too pale
 * and is not used.
 */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: 9,
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '650' },
  lineHeights: { xs: '1.5', sm: '1.5', md: '1.6', lg: '1.6', xl: '1.65' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ['label', 'description', 'input', 'error'] },
    },
    Input: { defaultProps: { size: 'md' } },
    InputBase: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    // Typing a name marks the first line that fits, and Enter takes it.
    Select: { defaultProps: { size: 'md', allowDeselect: false, selectFirstOptionOnChange: true } },
    Button: { defaultProps: { size: 'md' } },
    Popover: { defaultProps: { transitionProps: { duration: 0 } } },
    Combobox: { defaultProps: { transitionProps: { duration: 0 } } },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
    // What scrolls can be scrolled by keyboard.
    ScrollAreaAutosize: { defaultProps: { viewportProps: { tabIndex: 0 } } },
  },
})

/**
 * What lies under the pointer, by the name of its variable: Mantine would make it paler, and the words on it with
 * contrast below WCAG AA. Filled buttons become darker, the pale ground of the others stays paler.
 */
export const hoverColors = {
  '--mantine-color-teal-filled-hover': '#066649',
  '--mantine-color-red-filled-hover': '#a61e1e',
  '--mantine-color-teal-light-hover': '#e6fcf5',
  '--mantine-color-red-light-hover': '#fff5f5',
} as const

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: hoverColors, dark: {} })
