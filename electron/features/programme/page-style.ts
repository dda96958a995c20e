/** How the shared page looks: on a screen, on a phone and on A4. Fonts are those the reader has. */
export const pageStyle = `
:root{color-scheme:light}
body{margin:0;padding:32px 20px 48px;font:16px/1.5 system-ui,"Segoe UI",Helvetica,Arial,sans-serif;color:#1c1b19;background:#fff}
header,main,footer{max-width:760px;margin:0 auto}
h1,h2,h3{font-family:Georgia,"Times New Roman",serif;font-weight:600;line-height:1.25;overflow-wrap:anywhere}
h1{font-size:32px;margin:0}
h2{font-size:22px;margin:40px 0 8px;border-bottom:1px solid #1c1b19;padding-bottom:4px}
h3{font-size:18px;margin:0}
p{margin:4px 0;overflow-wrap:anywhere}
.from,.updated,.facts,.count,footer{color:#595650}
.text{white-space:pre-line}
article{padding:16px 0;border-bottom:1px solid #dcd8cf;break-inside:avoid}
dl{display:grid;grid-template-columns:160px minmax(0,1fr);gap:2px 16px;margin:8px 0}
dt{color:#595650}
dd{grid-column:2;margin:0;overflow-wrap:anywhere}
ul{margin:8px 0;padding-left:20px}
footer{margin-top:40px;font-size:14px}
@media (max-width:520px){dl{grid-template-columns:1fr}dd{grid-column:1;margin-bottom:4px}}
@media print{@page{size:A4;margin:18mm}body{padding:0;font-size:10pt}h1{font-size:20pt}h2{font-size:14pt}h3{font-size:11.5pt}}
`.trim();
