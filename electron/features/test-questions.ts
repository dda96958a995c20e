type Question = readonly [feature: string, name: string, input: unknown];

/** What all pages ask for a school, by the ids `idsOf` finds in its tables: of each kind of thing a few, and at least one. */
export function pageQuestions(idsOf: (table: string) => readonly string[]): Question[] {
  const schoolYear = '2026/27';
  const plain = (feature: string, ...names: string[]): Question[] => names.map((name) => [feature, name, {}]);
  const ofYear = (feature: string, ...names: string[]): Question[] =>
    names.map((name) => [feature, name, { schoolYear }]);
  const each = (table: string, ask: (id: string) => readonly Question[]): Question[] => {
    const ids = idsOf(table);
    if (ids.length === 0) throw new Error(`nothing in ${table} to ask about`);
    return ids.slice(0, 5).flatMap(ask);
  };
  return [
    ...['employees', 'categories', 'teams', 'spiders', 'talkForms', 'documents', 'enrolments'].flatMap(
      (feature) => plain(feature, 'list'),
    ),
    ...plain('today', 'get'),
    ...plain('preferences', 'get'),
    ...plain('school', 'get', 'priorities'),
    ...plain('staffImports', 'latest'),
    ...plain('leaderTraining', 'overview', 'requirements', 'shareBacks', 'courses'),
    ...plain('merit', 'list', 'applicants'),
    ...plain('caseExchange', 'inbox'),
    ...plain('exchange', 'own', 'partners'),
    ...plain('overview', 'promises', 'talks'),
    ['overview', 'spread', { teamId: null }],
    ...plain('programme', 'choices'),
    ['programme', 'experts', { text: 'dansk' }],
    ...plain('catalogues', 'list', 'offers', 'news'),
    ...plain('courseChains', 'list'),
    ...plain('enrolments', 'choices'),
    ...plain('funds', 'list', 'people', 'rules'),
    ...plain('seatPlan', 'question'),
    ...ofYear('talks', 'list'),
    ...ofYear('trainingPlans', 'list'),
    ...ofYear('programme', 'list', 'demand'),
    ...ofYear('enrolments', 'budgets'),
    ...each('employees', (employeeId) => [
      ['employees', 'get', { id: employeeId }],
      ['talks', 'forEmployee', { employeeId }],
      ['agreements', 'forEmployee', { employeeId }],
      ['agreements', 'choices', { employeeId, teamId: null, schoolYear }],
      ['trainingPlans', 'get', { employeeId, schoolYear }],
      ['notes', 'forSubject', { about: { employeeId } }],
      ['history', 'timeline', { employeeId }],
      ['history', 'ratings', { employeeId }],
      ['leaderTraining', 'ledger', { employeeId }],
      ['programme', 'forEmployee', { employeeId, talkId: null, schoolYear }],
      ['courseChains', 'forEmployee', { employeeId }],
      ['enrolments', 'ofEmployee', { employeeId }],
      ['enrolments', 'linesOf', { employeeId }],
      ['funds', 'openings', { employeeId }],
      ['funds', 'grants', { employeeId }],
    ]),
    ...each('talks', (talkId) => [
      ['talks', 'get', { id: talkId }],
      ['agreements', 'earlier', { talkId }],
      ['ratings', 'overview', { talkId }],
      ['notes', 'forTalk', { talkId }],
      ['enrolments', 'forTalk', { talkId }],
    ]),
    ...each('training_plans', (planId) => [['documents', 'signing', { planId }]]),
    ...each('template_versions', (versionId) => [['spiders', 'get', { versionId }]]),
    ...each('merit_cases', (caseId) => [
      ['merit', 'get', { caseId }],
      ['merit', 'precedents', { caseId }],
      ['caseExchange', 'ofCase', { caseId }],
    ]),
    ...each('programme_items', (id) => [['programme', 'get', { id, schoolYear }]]),
    ...each('catalogue_offers', (id) => [['catalogues', 'offer', { id }]]),
    ...each('course_chains', (id) => [['courseChains', 'get', { id }]]),
    ...each('enrolments', (id) => [['enrolments', 'get', { id }]]),
    ...each('fund_applications', (applicationId) => [['funds', 'get', { applicationId }]]),
  ];
}
