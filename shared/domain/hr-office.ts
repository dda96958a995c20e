import { isSamePerson } from './merit-case';
import { refuse } from './text';

/** What the leader of an HR file is called: the HR-chef is one of the two who take position on merit (R002-12). */
export const hrChiefTitle = 'HR-chef';

/** Refuses an HR office whose two chiefs are not two named persons: neither decides alone (R002-12, DOMAIN 0.4). */
export function checkOffice({
  profile,
  leaderName,
  developmentChiefName = '',
}: {
  profile: string;
  leaderName: string;
  developmentChiefName?: string | undefined;
}): void {
  if (profile !== 'hr') return;
  const name = developmentChiefName.trim();
  if (name === '') {
    const text = {
      da: 'Skriv den pædagogiske udviklingschefs navn. Merit afgøres af to.',
      en: 'Write the name of the chief of educational development. Merit is decided by two.',
    };
    throw refuse('invalid', text, { developmentChiefName: text });
  }
  if (isSamePerson(name, leaderName)) {
    const text = {
      da: 'HR-chefen og den pædagogiske udviklingschef skal være to personer. Merit afgøres af to.',
      en: 'The HR chief and the chief of educational development must be two persons. Merit is decided by two.',
    };
    throw refuse('invalid', text, { developmentChiefName: text });
  }
}
