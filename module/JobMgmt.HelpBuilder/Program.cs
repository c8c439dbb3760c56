using System.IO;
using JobMgmt.HelpBuilder;

if (args.Length != 3)
{
    Console.Error.WriteLine("usage: JobMgmt.HelpBuilder <cmdlet assembly> <help folder> <module folder>");
    return 2;
}

IReadOnlyList<CmdletSyntax> cmdlets = CmdletSyntax.ReadAll(args[0]);
var faults = new List<string>();
foreach (string culture in Directory.GetDirectories(args[1]))
{
    List<(CmdletSyntax Syntax, HelpTopic Topic)> topics = [];
    HelpTopic common = HelpTopic.Parse(File.ReadAllText(Path.Combine(culture, "common.md")));
    foreach (CmdletSyntax cmdlet in cmdlets)
    {
        string path = Path.Combine(culture, cmdlet.Name + ".md");
        if (!File.Exists(path))
        {
            faults.Add($"{path}: missing help for {cmdlet.Name}");
            continue;
        }

        HelpTopic topic = HelpTopic.Parse(File.ReadAllText(path));
        topic.Complete(cmdlet, common);
        faults.AddRange(HelpCheck.Faults(cmdlet, topic).Select(f => $"{path}: {f}"));
        topics.Add((cmdlet, topic));
    }

    string target = Path.Combine(args[2], Path.GetFileName(culture), "JobMgmt.Cmdlets.dll-Help.xml");
    Directory.CreateDirectory(Path.GetDirectoryName(target)!);
    MamlWriter.Write(target, topics);
}

// The canonical form of an MSBuild error, so that the build names the file and fails.
faults.ForEach(f => Console.WriteLine($"{f.Replace(": ", " : error JOBHELP: ", StringComparison.Ordinal)}"));
return faults.Count == 0 ? 0 : 1;
