import '../shared/screen/look.css';
