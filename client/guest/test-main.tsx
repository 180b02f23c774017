/** @jsxImportSource preact */
import { render } from 'preact';
import { PageFrame } from './page-frame.tsx';
import './controls.css';
import './page.css';

const root = document.getElementById('root');
if (root) render(<PageFrame />, root);
