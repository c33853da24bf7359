import { createRoot } from 'react-dom/client';
import './workspace/frame/first.css';
import { App } from './workspace/app.tsx';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
