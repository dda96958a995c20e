import type { overview as da } from '../da/overview';
import type { Same } from '../same';

export const overview: Same<typeof da> = {
  title: 'Overview',
  lede: 'The school year by year, without names. No figure is shown for fewer than five people.',
  year: 'School year',
  few: 'fewer than five',
  hidden: 'hidden',
  promises: {
    leader: 'The leaders’ promises',
    staff: 'Promises of the staff as a whole',
    none: 'No promises yet',
    noneText:
      'Once you have agreed on something in a talk and followed up next time, you see here what was kept.',
    note: 'A promise belongs to the school year in which it was due. What both have promised counts on both sides.',
    bar: 'Distribution',
    states: {
      kept: 'Kept',
      partly: 'Partly',
      notKept: 'Not kept',
      dropped: 'Dropped',
      open: 'Open',
    },
  },
  talks: {
    title: 'Talks held',
    none: 'No talks have been held yet',
    noneText: 'Once the first talk is closed, it shows here.',
    note: 'Everybody employed has a right to a MUS each year. Those employed on the season’s last day count, and this year those employed today; the school’s leader does not count.',
    coverage: 'Had a MUS',
    share: '{{held}} of {{all}}',
    any: 'Took part in a talk',
    counts: 'Held in all',
  },
  spread: {
    title: 'Competences',
    group: 'Group',
    school: 'The whole school',
    show: 'Show as',
    shows: { map: 'Map', curves: 'Curves' },
    note: 'The median of the agreed level, else the leader’s, from the year’s talks with both ratings shown. Below it the lowest and highest, and how many. With an even number the median lies halfway between the two in the middle. With fewer than five there is no figure.',
    curvesNote:
      'The dot is the median, the bar runs from lowest to highest. A dashed vertical line means that the wording changed.',
    hiddenNote: 'Hidden: together with the other figures on the page it would reveal fewer than five people.',
    memberNote: 'A member counts in the team they were in on the day of the talk.',
    table: 'Median, lowest and highest level in {{group}}, year by year',
    competence: 'Competence',
    cell: 'Median {{median}}, from {{min}} to {{max}}, {{count}} people',
    notAsked: 'not in the spider',
    reworded: 'reworded',
    scale: 'scale 1–{{max}}',
    without_one: 'One competence is not shown, as there are no figures for five or more.',
    without_other: '{{count}} competences are not shown, as there are no figures for five or more.',
    none: 'No figures for {{group}}',
    noneText: 'Ratings of at least five people must have been shown in the same school year.',
  },
};
