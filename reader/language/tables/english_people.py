"""How English texts speak of people: titles, posts, and given names from many lands."""

from __future__ import annotations

POSTS = frozenset(
    """
    President Premier Chancellor Minister Secretary Governor Senator Ambassador General Admiral Colonel Major Captain
    Lieutenant Sergeant Commander Marshal Brigadier King Queen Prince Princess Emperor Empress Emir Sultan Sheikh
    Sheikha Ayatollah Imam Rabbi Pope Cardinal Archbishop Bishop Patriarch Reverend Father Sister Brother Pastor
    Chairman Chairwoman Chairperson Chair Speaker Commissioner Mayor Judge Justice Magistrate Prosecutor Attorney
    Professor Dr Mr Mrs Ms Miss Mx Sir Dame Lord Lady Baroness Baron Count Duke Duchess Leader Spokesman Spokeswoman
    Spokesperson Envoy Director Coach Dean Rector Provost Chief Deputy Congressman Congresswoman Representative
    Delegate Councillor Councilman Councilwoman Alderman Treasurer Comptroller Consul Inspector Detective Officer
    Sheriff Constable Superintendent Correspondent Reporter Editor Analyst Economist Dictator Defendant Saint Rep Sen
    Gov Gen Col Lt Capt Maj Sgt Prof Hon Rev Secretary-General Director-General Vice-President Vice-Chancellor
    Attorney-General Solicitor-General Governor-General Undersecretary Under-Secretary-General Rapporteur Negotiator
    Taoiseach Vice-Premier Lieutenant-General Major-General Co-Chair Vice-Chair Under-Secretary
    """.split()
)
"""Words that stand before a person's name and are no part of it."""

MODIFIERS = frozenset(
    """
    Vice Deputy Assistant Associate Acting Interim Former Prime Foreign Defence Defense Finance Interior Home Health
    Energy Trade Economy Economic Environment Climate Agriculture Education Transport Justice Labour Labor Culture
    Housing Digital Science Technology Industry Commerce Treasury State Security National Chief Executive Supreme Crown
    Press Permanent Special Attorney Solicitor Director Secretary Under Senior Junior First Second Lead Managing General
    Cabinet Opposition Majority Minority House Senate Parliamentary Fire
    Information Communications Fisheries Water Development Planning Social Women's Youth Sports Tourism Internal
    External Affairs Federal Provincial Regional Municipal Operating Financial Medical Scientific Research
    Policy Lieutenant Major Rear Brigadier Field Grand High Honourable Honorable Right Holy Most His Her Their
    Incoming Outgoing Caretaker Exiled Ousted Late Old Young
    """.split()
)
"""Words that stand before a post: Deputy Foreign Minister, Chief Executive Officer."""

PERSON_NOUNS = frozenset(
    """
    activist actor actress admiral adviser advisor advocate aide ally ambassador analyst anthropologist archaeologist
    architect artist astronaut athlete attorney author banker billionaire biologist bishop boss boy brother campaigner
    candidate captain cardinal chair chairman chairperson chairwoman champion chancellor chemist chief chief executive
    clerk climatologist co-founder coach colonel columnist commander commissioner congressman congresswoman consultant
    correspondent councillor critic curator daughter dean delegate deputy designer diplomat director director-general
    doctor driver ecologist economist editor emperor engineer entrepreneur envoy epidemiologist executive expert farmer
    father fellow fighter filmmaker fisher fisherman founder general geologist girl governor guard head historian
    husband hydrologist imam investor journalist judge justice king lawmaker lawyer leader lecturer legislator librarian
    magnate man manager mayor mediator meteorologist migrant minister monk mother musician negotiator novelist nun nurse
    oceanographer officer official oligarch organiser organizer owner painter philosopher photographer physician
    physicist pilot player poet politician pollster pope predecessor premier president priest prince princess professor
    prosecutor psychologist publisher queen rabbi rapporteur rebel refugee reporter representative researcher resident
    rival sailor scholar schoolteacher scientist secretary secretary-general senator shopkeeper singer sister
    sociologist soldier son speaker specialist spokesman spokesperson spokeswoman strategist striker student successor
    survivor teacher theologian trader tycoon undersecretary vendor veteran vice-president victim villager virologist
    warlord widow wife witness woman worker writer
    """.split()
)
"""What somebody may be, who is told of behind a name: Inger Andersen, executive director of …"""

GIVEN = frozenset(
    """
    Aaron Abdel Abdul Abdullah Abel Abigail Abiy Abraham Adam Adriana Adrian Agnes Agnieszka Ahmad Ahmed Aisha Akira
    Alan Albert Alberto Aleksandar Aleksander Aleksandr Alejandra Alejandro Alex Alexander Alexandra Alexei Alexey
    Alfred Ali Alice Alicia Alison Allan Allen Amanda Amina Amir Amy Ana Anastasia Anders Andre Andrea Andreas Andrei
    Andrew Andrey Andrzej Andy Angela Angelo Anita Anja Ann Anna Anne Annette Anthony Antoine Anton Antonio António Anwar
    Arjun Arthur Arun Ashraf Asif Astrid Audrey Ayman Barack Barbara Bart Bashar Beatrice Beatriz Ben Benjamin Benny
    Bernard Bernardo Bernie Bill Birgit Boris Brad Brenda Brian Bruce Bruno Camila Camille Carl Carla Carlo Carlos Carol
    Caroline Catherine Cecilia Charles Charlotte Chen Chris Christian Christina Christine Christophe Christopher Claire
    Clara Claudia Colin Cristina Cyril Dan Daniel Daniela David Deborah Denis Dennis Derek Diana Diego Dieter Dilma
    Dmitri Dmitry Dominic Dominique Donald Doris Dorothy Douglas Ebrahim Eduardo Edward Elena Eleanor Elias Elisabeth
    Elizabeth Ellen Emily Emma Emmanuel Enrique Eric Erik Erika Ernest Ernesto Esther Eva Evelyn Fatima Fatou Felipe
    Felix Ferdinand Fernando Filip Florence Francesca Francesco Francis Francisco François Françoise Frank Fred Frederic
    Frederick Friedrich Fumio Gabriel Gabriela Gary Gavin Geoffrey George Georges Georgia Gerald Gerard Gerhard
    Giorgia Giovanni Giuseppe Gloria Gonzalo Gordon Grace Graham Grant Greg Gregory Greta Guillermo Gustavo Guy Hadja
    Haile Hakan Hamid Hanna Hannah Hans Harold Harriet Harry Hasan Hassan Hector Heidi Heinrich Helen Helena Helga Henri
    Henrik Henry Herbert Hillary Hiroshi Hugh Hugo Hussein Ian Ibrahim Ida Igor Ilham Imran Ines Ingrid Inger Irene Irina
    Isaac Isabel Isabella Ismail Ivan Ivana Jack Jacob Jacques Jair Jakob James Jamie Jan Jane Janet Janez Jason Javier
    Jean Jeff Jeffrey Jennifer Jens Jeremy Jerome Jesse Jessica Jesus Jill Jim Jimmy Jo Joan Joanna Joao João Joaquin Joe
    Joel Johan Johann Johanna Johannes John Johnny Jon Jonas Jonathan Jorge José Josef Joseph Josephine Joshua Joyce Juan
    Judith Juha Julia Julian Julie Julio Justin Kaja Kamala Karen Karim Karin Karl Kate Katherine Kathleen Kathryn Katja
    Katrin Kazuo Keir Keith Kelly Ken Kenneth Kenji Kevin Khaled Khalid Kim Kofi Konrad Konstantin Kristalina Kristian
    Kristina Kwame Kyriakos Lara Lars Laura Laurent Lawrence Lea Leah Lee Lena Leo Leon Leonardo Leonid Leslie Lewis
    Li Liam Lidia Lili Linda Lindsey Lionel Lisa Liu Liz Lloyd Lorenzo Louis Louise Luc Luca Lucas Lucia Lucy Luis Luiz
    Lukas Luke Lula Lynn Madeleine Magdalena Mahamat Mahmoud Makoto Malala Malcolm Manfred Manuel Manuela Marc Marcel
    Marcelo Marco Marcos Margaret Margarita Maria María Mariam Mariana Marie Marina Mario Marion Mark Marta Martha Martin
    Martina Mary Masato Mateusz Mathias Matt Matteo Matthew Matthias Maurice Max Maya Megan Mehdi Mehmet Melissa Michael
    Michel Michele Michelle Miguel Mikhail Mila Milan Min Miranda Miriam Mitch Mohamed Mohammad Mohammed Monica Monika
    Muhammad Mustafa Nadia Najib Nana Nancy Naomi Narendra Natalia Natalie Nathan Neil Nelson Nguyen Nicholas Nick
    Nicola Nicolas Nicole Nikki Nikol Nikola Nikolai Nina Noah Noel Nora Norman Olaf Oleg Oleksandr Olga Oliver Olivia
    Olivier Omar Oscar Osman Otto Pablo Pamela Paolo Pascal Patricia Patrick Paul Paula Pauline Pavel Pedro Pekka Penny
    Per Peter Petr Petra Petro Petteri Philip Philippe Phillip Pierre Piotr Priya Rachel Rafael Raisi Raj Rajesh Ralph
    Ramon Raul Ravi Rebecca Recep Renata Rene Rex Reza Ricardo Richard Rick Rishi Rita Robert Roberta Roberto Robin
    Rodrigo Roger Roland Rolf Roman Ron Ronald Rosa Rose Ross Roy Ruben Rudolf Rupert Russell Ruth Ryan Saad Sabine Said
    Salman Salva Sam Samantha Samir Samuel Sandra Sanna Santiago Sara Sarah Satya Scott Sean Sebastian Serge Sergei
    Sergey Sergio Shah Sharon Shaun Sheila Shigeru Shinzo Shirley Sigrid Silvia Simon Simona Simone Sofia Sonia Sophia
    Sophie Stefan Stefano Stella Stephanie Stephane Stephen Steve Steven Stuart Sue Sunil Susan Susana Susanne Svetlana
    Sven Sylvia Takashi Takeshi Tamar Tamara Tariq Taro Tatiana Tedros Teresa Terry Thandiwe Theo Theodore Theresa Thomas
    Tim Timothy Tina Tobias Toby Todd Tom Tomas Tomasz Tony Toshio Travis Trevor Tulsi Ulf Ulrich Ulrike Ursula Valentina
    Valerie Vera Veronica Victor Victoria Viktor Vincent Vince Virginia Vitali Vivian Vladimir Volodymyr Walter Wang
    Warren Wayne Wendy Wilhelm Will William Wolfgang Xavier Xi Yahya Yasmin Yasuo Yevgeny Yoon Yoko Yoshihide Youssef
    Yoweri Yuki Yulia Yuri Yusuf Yves Zhang Zhao Zoe Zoltan
    """.split()
)
"""Given names, and surnames that stand first: two words of a name that begin so are a person's."""
