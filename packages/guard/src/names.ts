// Given names that many in Norway have, as SSB's name statistics list them (ssb.no/navn). Left out: those that are also
// words, places or surnames that public texts are full of, such as Vest, Solveig’s «Sol» or Bergen.
export const givenNames = new Set(
  `Aaliyah Abdi Abdullah Adam Adrian Ahmed Aisha Aksel Albert Alexander Alfred Ali Amalie Amanda Amina Amir Amira Anders
   Andrea Andreas Andrine Angelica Anita Anja Ann Anna Anne Anniken Anton Aria Arne Astrid Aurora Axel Benjamin Bjørn Bjarne
   Caroline Casper Celine Christian Christina Daniel David Dina Ebba Edvard Edvin Eirik Eivind Elias Elin Eline Elise Ella
   Ellinor Emil Emilie Emma Emrik Erik Erlend Espen Eva Fatima Felix Filip Fredrik Frida Gabriel Geir Gina Gunnar Hamza Hanna
   Hannah Hanne Hans Harald Hassan Hauk Hedda Hedvig Heidi Helene Helle Henrik Herman Hermine Hilde Håkon Håvard Ibrahim Ida
   Iben Inga Ingeborg Inger Ingrid Isabella Isak Iver Ivar Jakob Jan Janne Jenny Jens Joakim Johan Johanne John Johannes Jonas
   Jonatan Jonathan Jorunn Julian Julie Jørgen Kaia Karen Kari Karin Karoline Kasper Katrine Kenneth Khalid Kim Kine Kjell
   Kjersti Kristian Kristin Kristine Kristoffer Lana Lars Lea Leah Leila Lene Leo Leon Leonard Liam Lilly Lina Linda Line Linnea
   Live Liv Lise Louise Lucas Ludvig Lukas Magnus Maia Maja Malin Mari Maria Marie Marius Marte Martin Mateo Mathea Mathias
   Mathilde Matilde Mats Max Merete Mia Michael Mikael Mikkel Mina Mohamed Mohammad Mohammed Monica Morten Muhammad Nadia Natalie
   Nathalie Nicolai Nikolai Nils Noah Nora Norah Odd Odin Ola Olav Ole Olav Oline Oliver Olivia Omar Oscar Oskar Othilie Paul Per Peter Petter
   Philip Pia Ragnhild Rebecca Robin Roger Roy Rune Saga Samuel Sander Sandra Sara Sarah Sebastian Selma Signe Sigrid Sigurd
   Silje Silje Simen Sindre Sina Siri Sivert Sofia Sofie Sondre Stian Stine Susanne Svein Sverre Synne Tara Terje Theo Theodor
   Thea Therese Thomas Tobias Tom Tomine Tone Tonje Tor Tora Tore Torstein Trine Trond Tuva Ulrik Una Unni Vegard Vera Vilde
   Viktor Victoria Viljar Vilma Vetle William Yasmin Ylva Yusuf Zara Øystein Øyvind Åse`
    .split(/\s+/)
    .filter(Boolean),
)
