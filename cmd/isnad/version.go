package main

import (
	"fmt"

	"github.com/isnad-project/isnad/extract"
	"github.com/spf13/cobra"
)

func newVersion(io streams) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the program's version",
		Args:  usage(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(io.out, "isnad", extract.Version)
			return err
		},
	}
}
