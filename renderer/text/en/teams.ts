import type { teams as da } from '../da/teams';
import type { Same } from '../same';

export const teams: Same<typeof da> = {
  title: 'Teams and categories',
  lede: 'Teams show who works together. The category decides which competence spider is used.',
  teams: 'Teams',
  newTeam: 'New team',
  editTeam: 'Edit team',
  type: 'Type',
  members: 'Members',
  memberCount_one: '{{count}} member',
  memberCount_other: '{{count}} members',
  noMembers: 'none today',
  teamsEmptyTitle: 'There are no teams yet',
  teamsEmptyText: 'They come with the staff list, or you add them here.',
  teamRemoved: '{{name}} has been removed.',
  types: {
    department: 'Department',
    team: 'Team',
    yearGroupTeam: 'Year-group team',
    subjectTeam: 'Subject team',
    network: 'Network',
  },
  categories: 'Categories',
  newCategory: 'New category',
  editCategory: 'Edit category',
  employees: 'Employees',
  spider: 'Competence spider',
  spiderFor: 'Competence spider for {{name}}',
  noSpider: 'None chosen',
  withoutSpider_one:
    '{{count}} category has no competence spider. Choose one before the employees are to be rated.',
  withoutSpider_other:
    '{{count}} categories have no competence spider. Choose one before the employees are to be rated.',
  noSpidersYet: 'There are no competence spiders to choose yet. Make them under Competence spiders.',
  categoriesEmptyTitle: 'There are no categories yet',
  categoriesEmptyText: 'They come with the staff list, or you add them here.',
  gone: 'The team no longer exists.',
  teamSpider: 'The team’s competence spider',
  teamSpiderHint: 'The spider the team rates itself on in a TUS or GRUS.',
  actions: 'Actions',
};
