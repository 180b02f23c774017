/** @jsxImportSource preact */
import { render } from 'preact';
import { TestPage } from './test-page.tsx';
import './page.css';
import './controls.css';
import './test-page.css';

const root = document.getElementById('root');
if (root) render(<TestPage />, root);
