import { Anchor, type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

const petrol: MantineColorsTuple = [
  '#eef7f6',
  '#dcecea',
  '#b6d9d5',
  '#8cc4be',
  '#63aea7',
  '#439a92',
  '#2c857d',
  '#1f716a',
  '#145c56',
  '#0d4a45',
]

const amber: MantineColorsTuple = [
  '#fff6e3',
  '#fdeccb',
  '#fad9a0',
  '#f6c26a',
  '#f0ab3c',
  '#dd9222',
  '#b97512',
  '#8f5200',
  '#7d4700',
  '#6b3c00',
]

const red: MantineColorsTuple = [
  '#fff0ef',
  '#ffdedb',
  '#fdb9b3',
  '#fb9087',
  '#f76c60',
  '#ee4b3d',
  '#d83a2c',
  '#b92a1e',
  '#a32117',
  '#8f1911',
]

/** Contrast settings that keep every button and badge at 4.5:1 or better in both schemes (WCAG 2.2 AA). */
export const theme = createTheme({
  colors: { petrol, amber, red },
  // Who asks the system for less motion gets none (WCAG 2.3.3).
  respectReducedMotion: true,
  primaryColor: 'petrol',
  primaryShade: { light: 9, dark: 7 },
  autoContrast: true,
  luminanceThreshold: 0.2,
  cursorType: 'pointer',
  defaultRadius: 'md',
  fontFamily: 'Inter, system-ui, -apple-system, "Segoe UI", Roboto, "Open Sans", sans-serif',
  fontSizes: { xs: '12px', sm: '13.5px', md: '15px', lg: '17px', xl: '20px' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '20px' }, h2: { fontSize: '15.5px' }, h3: { fontSize: '14px' } },
  },
  components: {
    Anchor: Anchor.extend({ defaultProps: { underline: 'hover' } }),
  },
})

/** Secondary text and placeholders of the kit are too pale for WCAG AA: these pass 4.5:1 on our surfaces. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#55606b',
    '--mantine-color-placeholder': '#68727d',
    '--mantine-color-error': '#b42318',
    '--vorder-accent': petrol[7],
    '--vorder-rail': '#f6f8f8',
    '--vorder-line': '#e5e9ea',
    '--vorder-hover': '#f3f7f6',
    '--vorder-good': '#14713f',
    '--vorder-bad': '#b42318',
    '--vorder-warn': '#8f5200',
    '--vorder-busy': '#1d5fa8',
    '--vorder-quiet': '#5b6570',
    '--vorder-awaited': petrol[3],
  },
  dark: {
    '--mantine-color-body': '#16191b',
    '--mantine-color-text': '#dfe4e7',
    '--mantine-color-dimmed': '#a4adb5',
    '--mantine-color-placeholder': '#949da5',
    '--mantine-color-error': '#ff8f86',
    '--vorder-accent': petrol[3],
    '--vorder-rail': '#1b1f21',
    '--vorder-line': '#2d3336',
    '--vorder-hover': '#1f2426',
    '--vorder-good': '#6fd19a',
    '--vorder-bad': '#ff8f86',
    '--vorder-warn': '#f0b35a',
    '--vorder-busy': '#86b8f5',
    '--vorder-quiet': '#a4adb5',
    '--vorder-awaited': petrol[7],
  },
})
