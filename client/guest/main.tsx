/** @jsxImportSource preact */
import { render } from 'preact';
import { GuestPage } from './guest-page.tsx';
import './controls.css';
import './page.css';

const root = document.getElementById('root');
if (root) render(<GuestPage />, root);
