import {
  Alert,
  Button,
  CloseButton,
  type CloseButtonProps,
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  Input,
  type MantineColorsTuple,
  Modal,
  NativeSelect,
  Paper,
  type VariantColorsResolver,
} from '@mantine/core';

const petrol: MantineColorsTuple = [
  '#e8f3f2',
  '#d3e4e3',
  '#a5c8c8',
  '#74abab',
  '#4d9294',
  '#348387',
  '#217479',
  '#0f666c',
  '#0f5c63',
  '#08474d',
];
const brick: MantineColorsTuple = [
  '#fbeeeb',
  '#f0dbd6',
  '#e0b4ab',
  '#d08b7d',
  '#c26856',
  '#ba523d',
  '#b74830',
  '#a63d2f',
  '#a63d2f',
  '#7f2b20',
];

const paper: MantineColorsTuple = [
  '#faf8f4',
  '#f1eee6',
  '#e7e2d7',
  '#d8d2c4',
  '#bfb8a8',
  '#a39c8b',
  '#8a8472',
  '#6b6657',
  '#4d4a40',
  '#2f2d28',
];
const inkPaper: MantineColorsTuple = [
  '#e8e4da',
  '#b3bac2',
  '#98a1ab',
  '#7d8894',
  '#3a4550',
  '#2b343e',
  '#222b34',
  '#1b222a',
  '#171d24',
  '#14191f',
];

/** Mantine's words for ink and lines, in the house's colours (tokens.css), so that every pair passes contrast. */
export const cssVariables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-text': 'var(--spind-ink)',
    '--mantine-color-dimmed': 'var(--spind-soft)',
    '--mantine-color-error': 'var(--spind-brick)',
    '--mantine-color-placeholder': 'var(--spind-faint)',
    '--mantine-primary-color-filled': 'var(--spind-petrol)',
    '--mantine-color-anchor': 'var(--spind-petrol)',
    '--mantine-color-body': 'var(--spind-sheet)',
    '--mantine-color-default-border': 'var(--spind-control)',
    '--input-description-size': '12px',
  };
  return { variables: {}, light: both, dark: both };
};

// Mantine computes contrast for one scheme only; the tokens hold a passing pair for each.
const filledInTokens: VariantColorsResolver = (input) => {
  const usual = defaultVariantColorsResolver(input);
  const petrol = !input.color || input.color === 'petrol';
  if (input.color === 'brick' && input.variant === 'filled') {
    const hover = 'color-mix(in srgb, var(--spind-brick) 86%, var(--spind-ink))';
    return { ...usual, background: 'var(--spind-brick)', hover, color: 'var(--spind-petrol-ink)' };
  }
  if (input.color === 'brick' && input.variant === 'subtle') {
    const hover = 'color-mix(in srgb, var(--spind-brick) 12%, transparent)';
    return { ...usual, hover, color: 'var(--spind-brick)' };
  }
  if (!petrol) return usual;
  const hover = 'color-mix(in srgb, var(--spind-petrol) 86%, var(--spind-ink))';
  if (input.variant === 'filled') {
    return { ...usual, background: 'var(--spind-petrol)', hover, color: 'var(--spind-petrol-ink)' };
  }
  return input.variant === 'subtle' || input.variant === 'light'
    ? { ...usual, hover: 'var(--spind-petrol-wash)', color: 'var(--spind-petrol)' }
    : usual;
};

/**
 * Mantine in the house's clothes: Inter, petrol, hairlines; accessible defaults set once (DESIGN 6). `close` is the
 * word on every closing cross, in the language on screen.
 */
export function makeTheme(close: string) {
  const closing = { 'aria-label': close } as Partial<CloseButtonProps>;
  return createTheme({
    colors: { petrol, brick, gray: paper, dark: inkPaper },
    primaryColor: 'petrol',
    primaryShade: { light: 8, dark: 3 },
    autoContrast: true,
    variantColorResolver: filledInTokens,
    defaultRadius: 7,
    fontFamily: 'var(--spind-sans)',
    headings: { fontFamily: 'var(--spind-serif)', fontWeight: '600' },
    fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
    respectReducedMotion: true,
    components: {
      Button: Button.extend({ defaultProps: { size: 'sm' } }),
      Input: Input.extend({ defaultProps: { size: 'sm' } }),
      NativeSelect: NativeSelect.extend({ defaultProps: { size: 'sm' } }),
      Paper: Paper.extend({ defaultProps: { shadow: 'none' } }),
      Alert: Alert.extend({ defaultProps: { radius: 7 } }),
      CloseButton: CloseButton.extend({ defaultProps: closing }),
      Modal: Modal.extend({
        defaultProps: {
          centered: true,
          size: 'lg',
          // A long form shows its buttons in the smallest window.
          yOffset: '3vh',
          transitionProps: { duration: 120 },
          closeButtonProps: closing,
        },
      }),
    },
  });
}
