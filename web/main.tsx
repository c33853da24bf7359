import { createRoot } from 'react-dom/client';
import './workspace/frame/first.css';
import { UI } from './ui/words/en.ts';
import { wordsStore } from './ui/words/words.ts';
import { App } from './workspace/app.tsx';

wordsStore.set((now) => ({ ...now, catalogue: UI }));

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
