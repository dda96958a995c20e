import type { DemoMachine } from './machine';

/** Story 15: what was reworded in August 2026, by spider and competence; one text a level, lowest first. */
export const rewordings: Readonly<
  Record<string, { readonly competence: string; readonly descriptors: readonly string[] }>
> = {
  'Pædagogisk leder': {
    competence: 'Data og kvalitetsudvikling',
    descriptors: [
      'Ser resultaterne, når de bliver præsenteret.',
      'Bruger trivselsmåling og resultater i samtaler om enkelte klasser.',
      'Leder teamets samtale om data: hvad de viser, hvad de ikke viser, og hvad teamet vil gøre.',
      'Kobler data, observationer og forskning i skolens kvalitetsarbejde og følger op på, om det virkede.',
      'Udvikler skolens evalueringskultur og deler den med andre skoler i kommunen.',
    ],
  },
  Lærer: {
    competence: 'Evaluering og feedback',
    descriptors: [
      'Retter opgaver og gennemfører de obligatoriske test.',
      'Giver eleverne tilbagemelding, de kan bruge i den opgave, de er i gang med.',
      'Bruger tegn på læring til at justere undervisningen, og eleverne kan sige, hvad deres næste skridt er.',
      'Ser på elevarbejder og data sammen med teamet og omsætter dem til fælles indsatser.',
      'Udvikler skolens evalueringskultur og oplærer kolleger i metoderne.',
    ],
  },
};

/** Publishes a new version of both spiders; talks before it stay on the old text (R002-05). */
export async function rewordSpiders(demo: DemoMachine): Promise<void> {
  const { templates } = await demo.call('spiders', 'list', {});
  for (const [spider, { competence, descriptors }] of Object.entries(rewordings)) {
    const template = templates.find(({ name }) => name === spider);
    const { versionId } = await demo.call('spiders', 'startVersion', { templateId: template?.id ?? '' });
    const { content } = await demo.call('spiders', 'get', { versionId });
    const domains = content.domains.map((domain) => ({
      ...domain,
      competences: domain.competences.map((one) =>
        one.name === competence ? { ...one, descriptors: [...descriptors] } : one,
      ),
    }));
    await demo.call('spiders', 'saveDraft', { versionId, content: { ...content, domains } });
    await demo.call('spiders', 'publish', { versionId });
  }
}
