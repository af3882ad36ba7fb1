"""Makes rapport.docx, and from it rapport.odt and rapport.pdf with LibreOffice.

    pip install python-docx && python fabriquer.py
"""
import subprocess
from pathlib import Path

from docx import Document

ICI = Path(__file__).parent
doc = Document()
doc.add_heading("Rapport d’activité 2013", 0)
doc.add_paragraph("Centre de ressources Ville et quartiers de l’Essonne")
doc.add_heading("Santé et solidarités", 1)
doc.add_heading("Réseau des ateliers santé ville", 2)
doc.add_paragraph(
    "Le réseau s’est réuni à trois reprises, les 22 janvier, 16 avril et 24 septembre 2013. "
    "Une vingtaine de coordinateurs, en moyenne, y ont pris part. "
    "La séance d’avril a été animée par Claire Fontaine, médecin de santé publique."
)
doc.add_heading("Souffrance psychique et voisinage", 2)
doc.add_paragraph(
    "Seules deux des trois demi-journées prévues ont eu lieu, les 6 et 20 juin 2013 ; elles ont réuni "
    "41 personnes, contre 60 en 2012."
)
doc.add_heading("Habitat", 1)
doc.add_heading("Copropriétés : repérer les fragilités", 2)
doc.add_paragraph(
    "La formation n’a pu se tenir, le prestataire ayant renoncé. Elle est inscrite au programme 2014."
)
doc.add_heading("Bilan chiffré des autres actions", 1)
table = doc.add_table(rows=1, cols=4)
table.style = "Table Grid"
LIGNES = [
    ("Action", "Prévu", "Réalisé", "Participants"),
    ("Rencontre des médiateurs sociaux", "4 séances", "4 séances", "63"),
    ("Visite de l’écoquartier de la Croix", "1 séance", "Annulée", "-"),
    ("Formation aux marchés publics", "3 séances", "2 séances", "environ 30"),
    ("Forum de l’emploi", "1 séance", "Reporté au printemps 2014", ""),
]
for i, ligne in enumerate(LIGNES):
    cellules = table.rows[0].cells if i == 0 else table.add_row().cells
    for cellule, texte in zip(cellules, ligne):
        cellule.text = texte
doc.save(ICI / "rapport.docx")
for genre in ("odt", "pdf"):
    subprocess.run(
        ["soffice", "--headless", "--convert-to", genre, "--outdir", ICI, ICI / "rapport.docx"],
        check=True,
    )
