import { mostAreas } from '@shared/domain/talk-areas';
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { Layout } from './Layout';

const root = createRootRoute({ component: Layout });

/** Whom and what a fund is to be found for, when a page sends somebody there. */
type FundSearch = { employee?: string; agreement?: string; enrolment?: string };
const isId = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Every page is its own chunk; the start carries the frame only. */
const routes = [
  createRoute({
    getParentRoute: () => root,
    path: '/',
    component: lazyRouteComponent(() => import('./TodayRoute'), 'TodayRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/talks',
    component: lazyRouteComponent(() => import('./TalksRoute'), 'TalksRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/talks/forms',
    component: lazyRouteComponent(() => import('../features/talk-forms/FormsPage'), 'FormsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/talks/forms/$versionId',
    component: lazyRouteComponent(() => import('../features/talk-forms/FormEditorPage'), 'FormEditorPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/talks/$talkId',
    validateSearch: ({ area }: { area?: unknown }): { area?: number } => {
      const number = Number(area);
      return Number.isInteger(number) && number >= 1 && number <= mostAreas ? { area: number } : {};
    },
    component: lazyRouteComponent(() => import('./TalkRoute'), 'TalkRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/teams/$teamId',
    component: lazyRouteComponent(() => import('./TeamRoute'), 'TeamRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/season',
    component: lazyRouteComponent(() => import('../features/season/SeasonPage'), 'SeasonPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/season/plan',
    component: lazyRouteComponent(() => import('../features/season/PlanSeasonPage'), 'PlanSeasonPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/season/frame',
    component: lazyRouteComponent(() => import('../features/season/SeasonFramePage'), 'SeasonFramePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/training-plans',
    component: lazyRouteComponent(
      () => import('../features/training-plans/TrainingPlansPage'),
      'TrainingPlansPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/training-plans/$employeeId',
    component: lazyRouteComponent(() => import('./TrainingPlanRoute'), 'TrainingPlanRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/enrolments/seats',
    component: lazyRouteComponent(() => import('../features/seat-plan/SeatPlanPage'), 'SeatPlanPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/programme',
    component: lazyRouteComponent(() => import('./ProgrammeRoute'), 'ProgrammeRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/programme/$itemId',
    component: lazyRouteComponent(() => import('./ItemRoute'), 'ItemRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/funds',
    validateSearch: ({ employee, agreement, enrolment }: Record<string, unknown>): FundSearch => ({
      ...(isId(employee) ? { employee } : {}),
      ...(isId(agreement) ? { agreement } : {}),
      ...(isId(enrolment) ? { enrolment } : {}),
    }),
    component: lazyRouteComponent(() => import('../features/funds/FundsPage'), 'FundsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/funds/rules',
    component: lazyRouteComponent(() => import('../features/funds/FundRulesPage'), 'FundRulesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/funds/$applicationId',
    component: lazyRouteComponent(() => import('../features/funds/ApplicationPage'), 'ApplicationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/leader-training',
    component: lazyRouteComponent(
      () => import('../features/leader-training/LeaderTrainingPage'),
      'LeaderTrainingPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/leader-training/requirements',
    component: lazyRouteComponent(
      () => import('../features/leader-training/RequirementsPage'),
      'RequirementsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/leader-training/$employeeId',
    component: lazyRouteComponent(() => import('../features/leader-training/LeaderPage'), 'LeaderPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/enrolments',
    component: lazyRouteComponent(() => import('../features/enrolments/EnrolmentsPage'), 'EnrolmentsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/enrolments/$enrolmentId',
    component: lazyRouteComponent(() => import('../features/enrolments/EnrolmentPage'), 'EnrolmentPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/spiders',
    component: lazyRouteComponent(() => import('../features/spiders/SpidersPage'), 'SpidersPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/spiders/$versionId',
    component: lazyRouteComponent(() => import('../features/spiders/SpiderEditorPage'), 'SpiderEditorPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/overview',
    component: lazyRouteComponent(() => import('../features/overview/OverviewPage'), 'OverviewPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings',
    component: lazyRouteComponent(() => import('./SettingsPage'), 'SettingsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings/leaders',
    component: lazyRouteComponent(() => import('../features/leaders/LeadersPage'), 'LeadersPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings/handover',
    validateSearch: ({ leader }: { leader?: unknown }): { leader?: string } =>
      typeof leader === 'string' && leader !== '' ? { leader } : {},
    component: lazyRouteComponent(() => import('../features/handover/HandoverPage'), 'HandoverPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/settings/exchange',
    component: lazyRouteComponent(() => import('../features/exchange/ExchangePage'), 'ExchangePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/merit',
    component: lazyRouteComponent(() => import('./MeritRoute'), 'MeritRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/merit/$caseId',
    component: lazyRouteComponent(() => import('./MeritCaseRoute'), 'MeritCaseRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/documents',
    component: lazyRouteComponent(() => import('../features/documents/DocumentsPage'), 'DocumentsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/employees',
    component: lazyRouteComponent(() => import('../features/employees/EmployeesPage'), 'EmployeesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/employees/import',
    component: lazyRouteComponent(() => import('../features/employees/ImportPage'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/employees/teams',
    component: lazyRouteComponent(
      () => import('../features/teams/TeamsAndCategoriesPage'),
      'TeamsAndCategoriesPage',
    ),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/employees/$employeeId',
    component: lazyRouteComponent(() => import('./EmployeeRoute'), 'EmployeeRoute'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/employees/$employeeId/history',
    component: lazyRouteComponent(() => import('../features/history/HistoryPage'), 'HistoryPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/programme/chains',
    component: lazyRouteComponent(() => import('../features/course-chains/ChainsPage'), 'ChainsPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/programme/catalogues',
    component: lazyRouteComponent(() => import('../features/catalogues/CataloguesPage'), 'CataloguesPage'),
  }),
];

export const router = createRouter({
  routeTree: root.addChildren(routes),
  history: createHashHistory(),
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
