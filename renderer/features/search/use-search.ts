import type { OutputOf } from '@shared/contract';
import { useQuery } from '@tanstack/react-query';
import { type CallFailure, call } from '../../app/call';

/**
 * What is found for the text; while it is being found, what was found for the text before it (`isCurrent` false).
 * Asked anew each time and not kept: whatever is written anywhere may change it. Nothing is asked for an empty text.
 */
export function useSearch(text: string) {
  const found = useQuery<OutputOf<'search', 'find'>, CallFailure>({
    queryKey: ['search', 'find', text],
    queryFn: () => call('search', 'find', { text, limit: 50 }),
    enabled: text !== '',
    placeholderData: (previous) => previous,
    staleTime: 0,
    gcTime: 0,
  });
  return {
    answer: text === '' ? undefined : found.data,
    isCurrent: text === '' || found.isError || (found.isSuccess && !found.isPlaceholderData),
    error: text === '' ? null : found.error,
  };
}
