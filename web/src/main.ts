import './styles/tokens.css';
import './styles/page.css';
import './styles/editor.css';
import './app/sts-app';
