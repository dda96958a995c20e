import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './tokens.css';
import './app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startTexts } from '../text/i18n';
import { App } from './App';
import { call } from './call';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const preferences = await call('preferences', 'get', {});
await startTexts(preferences.language);
document.documentElement.lang = preferences.language;
createRoot(root).render(
  <StrictMode>
    <App preferences={preferences} />
  </StrictMode>,
);
