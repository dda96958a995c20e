/**
 * For Select and Autocomplete: the list lies inside the dialog it belongs to and is itself what scrolls, so that it is
 * reached by keyboard and by screen readers; it opens when somebody asks for it, not by mere focus.
 */
export const listbox = {
  withScrollArea: false,
  openOnFocus: false,
  comboboxProps: { withinPortal: false },
  styles: { options: { maxHeight: 224, overflowY: 'auto' } },
} as const;
