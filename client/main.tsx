import '@fontsource/source-sans-3/latin-400.css';
import '@fontsource/source-sans-3/latin-ext-400.css';
import '@fontsource/source-sans-3/latin-600.css';
import '@fontsource/source-sans-3/latin-ext-600.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/shell.css';
import './styles/print.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeQueryClient } from './api.ts';
import { App } from './app/app.tsx';
import { languageOf } from './app/language-of.ts';
import { loadWords } from './ui/words.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root"');

const start = () =>
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={makeQueryClient()}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );

const againMs = 3000;

/** Until the words are there, the page stays as the server wrote it. */
const startInWords = (): void => {
  loadWords(languageOf(window.location.pathname)).then(start, () => setTimeout(startInWords, againMs));
};
startInWords();
