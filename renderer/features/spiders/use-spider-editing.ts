import type { SpiderDraft } from '@shared/contract/spiders';
import { call } from '../../app/call';
import { useDraftEditing } from '../../ui/use-draft-editing';

/** The version of a spider on the page, as it is being written. */
export function useSpiderEditing(versionId: string, content: SpiderDraft, isDraft: boolean) {
  return useDraftEditing<SpiderDraft>({
    key: `spider ${versionId}`,
    content,
    isDraft,
    load: async () => (await call('spiders', 'get', { versionId })).content,
    save: (draft) => call('spiders', 'saveDraft', { versionId, content: draft }),
  });
}
